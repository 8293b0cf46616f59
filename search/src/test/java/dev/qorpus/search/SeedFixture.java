package dev.qorpus.search;

import java.nio.file.Path;
import java.util.List;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.Progress;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

/** The seed, indexed with the real default model; loaded once for a whole test run. */
public final class SeedFixture {

    /** The corpus of this repository. */
    public static final Path FOLDER = Path.of("../seeds");

    /** Open models, shared by all tests; they go with the process. */
    public static final Models MODELS = DjlModels.models(2);

    private SeedFixture() {}

    /** Indexes folders or files into a sink and closes it. */
    public static void index(EntrySink sink, Path... roots) {
        try (sink) {
            new Indexer(MODELS, Progress.NONE).index(Corpus.of(List.of(roots)), sink, List.of(), false);
        }
    }
}
