package dev.qorpus.search.pipeline;

import dev.qorpus.models.Embedder;
import dev.qorpus.search.cache.CacheStatistics;
import dev.qorpus.search.cache.CountedCache;

/**
 * The vectors of the questions that were asked lately: who compares modes, narrows a result or goes back asks the same
 * again. They do not depend on the index, and are kept when it changes.
 */
public final class QueryVectorCache {

    /** About 8 MB of vectors of 384 dimensions. */
    public static final int MOST = 5_000;

    private record Question(String space, String text) {}

    private final CountedCache<Question, float[]> known;

    /** @param most questions; 0 to remember none */
    public QueryVectorCache(int most) {
        known = CountedCache.counted(most);
    }

    /**
     * The vector of a question, on its way if it is not known.
     *
     * @param later whether it is made only when somebody asks for it
     * @param model of the space, on its way as well
     */
    Deferred<float[]> of(String space, String text, boolean later, Deferred<Embedder> model) {
        Question question = new Question(space, text);
        float[] vector = known.get(question);
        return vector == null ? Deferred.of(later, () -> embed(question, model.get())) : () -> vector;
    }

    private float[] embed(Question question, Embedder model) {
        float[] vector = model.embedQuery(question.text());
        known.put(question, vector);
        return vector;
    }

    public CacheStatistics use() {
        return known.use();
    }
}
