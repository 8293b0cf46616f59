package dev.qorpus.indexer.lucene;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;
import dev.qorpus.indexer.schema.VectorStore;

/** Finds vectors in the published index and among the unpublished ones; stores new ones among the latter. */
final class LuceneVectorStore implements VectorStore {

    private final LuceneCalls lucene;
    private final LastCommit published;
    private final UnpublishedVectors unpublished;
    private boolean ignoresPublished;

    LuceneVectorStore(LuceneCalls lucene, LastCommit published, UnpublishedVectors unpublished) {
        this.lucene = lucene;
        this.published = published;
        this.unpublished = unpublished;
    }

    @Override
    public Map<String, TextVectors> find(ModelEntry model, Set<String> texts) {
        Map<String, TextVectors> found = new HashMap<>();
        lucene.run(() -> {
            unpublished.find(model, texts, found);
            if (!ignoresPublished) {
                published.vectors(model, texts, found);
            }
        });
        return found;
    }

    @Override
    public void add(ModelEntry model, Map<String, TextVectors> vectors) {
        lucene.run(() -> unpublished.add(model, vectors));
    }

    /** All of them: the lock of the index keeps other processes out. */
    @Override
    public Set<String> claim(ModelEntry model, Set<String> texts) {
        return texts;
    }

    /** From now on finds no published vector. */
    void ignorePublished() {
        ignoresPublished = true;
    }
}
