package dev.qorpus.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.search.Search;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.query.SearchSettings;

/** A corpus in a real index of its own. */
public final class IndexedCorpus {

    private IndexedCorpus() {}

    /** Indexes folders or files below {@code home}, and opens what came of it; to be closed. */
    public static LuceneBackend of(Path home, Path... roots) {
        SeedFixture.index(LuceneSink.open(home.resolve("index")), roots);
        return LuceneBackend.open(home.resolve("index"));
    }

    /** Writes one file of Markdown below {@code home}, indexes it, and opens what came of it; to be closed. */
    public static LuceneBackend ofMarkdown(Path home, String file, String text) throws IOException {
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Files.writeString(corpus.resolve(file), text);
        return of(home, corpus);
    }

    /** A search over what was opened, with the real models. */
    public static Search search(Backend backend) {
        return new Search(backend, SeedFixture.MODELS, SearchSettings.DEFAULT);
    }
}
