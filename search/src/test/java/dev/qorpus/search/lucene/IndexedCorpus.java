package dev.qorpus.search.lucene;

import java.nio.file.Path;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.search.SeedFixture;

/** A corpus in a real index of its own. */
public final class IndexedCorpus {

    private IndexedCorpus() {}

    /** Indexes folders or files below {@code home}, and opens what came of it; to be closed. */
    public static LuceneBackend of(Path home, Path... roots) {
        SeedFixture.index(LuceneSink.open(home.resolve("index")), roots);
        return LuceneBackend.open(home.resolve("index"));
    }
}
