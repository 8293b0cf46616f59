package dev.qorpus.search.cache;

import java.util.function.Supplier;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.models.Embedder;
import dev.qorpus.models.Embedding;

/**
 * A cache of question vectors. Comparing modes, filtering a result and going back all repeat a question. The vectors
 * do not depend on the index and stay valid when it changes.
 */
public final class QueryVectorCache {

    /** The greatest size, in questions: about 30 MB with the vectors of ten tokens each. */
    public static final int MAX_QUESTIONS = 5_000;

    private record Question(ModelEntry model, String text) {}

    private final CountedCache<Question, Embedding> cache;

    /** @param most questions; 0 to cache none */
    public QueryVectorCache(int most) {
        cache = CountedCache.ofSize(most);
    }

    /**
     * The vector of a question, and those of its tokens.
     *
     * @param space the vector space with the checksum of its model, which may change when a model of that name does
     * @param model of the space, needed if the vector is not cached
     * @throws dev.qorpus.models.ModelException if the model cannot be loaded or run
     */
    public Embedding of(ModelEntry space, String text, Supplier<Embedder> model) {
        return cache.get(new Question(space, text), question -> model.get().queryTokens(question.text()));
    }

    /** How often the cache helped. */
    public CacheStatistics statistics() {
        return cache.statistics();
    }
}
