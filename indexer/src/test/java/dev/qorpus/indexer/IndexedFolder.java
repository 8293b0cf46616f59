package dev.qorpus.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexingStats;
import dev.qorpus.models.Models;
import dev.qorpus.models.djl.DjlModels;

/**
 * A folder of notes beside its index, embedded with the real default model.
 *
 * @param notes the corpus
 * @param index its index
 * @param engine opens an index for writing
 */
record IndexedFolder(Path notes, Path index, Function<Path, EntrySink> engine) {

    /** Shared by all tests; goes with the process. */
    static final Models MODELS = DjlModels.models(2);

    static IndexedFolder in(Path home, Function<Path, EntrySink> engine) {
        try {
            return new IndexedFolder(Files.createDirectory(home.resolve("notes")), home.resolve("index"), engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String... lines) {
        try {
            Files.writeString(notes.resolve(file), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.deleteIfExists(notes.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexReport run() {
        return run(Progress.NONE);
    }

    IndexReport run(Progress progress) {
        return run(new Indexer(MODELS, progress));
    }

    /** Holds no entry, as where many are new: they are read a second time, which begins with the progress. */
    IndexReport runReadingTwice(Progress progress) {
        return run(new Indexer(MODELS, progress, -1));
    }

    private IndexReport run(Indexer indexer) {
        try (EntrySink sink = engine.apply(index)) {
            return indexer.index(Corpus.of(List.of(notes)), sink, List.of(), false);
        }
    }

    /** What is published: equal for equal content, whatever happened before. */
    record Content(Optional<IndexManifest> manifest, List<FileRecord> files) {}

    Content content() {
        try (EntrySink sink = engine.apply(index)) {
            // Times are no content.
            Optional<IndexManifest> manifest = sink.manifest()
                    .map(found -> new IndexManifest(found.schemaVersion(), found.analysis(), found.models(),
                            found.spaceInfo(),
                            found.corpus(), found.digest(), found.counts(), found.content(), found.values(),
                            found.examples(),
                            IndexingStats.NONE, "", found.wordsOnly()));
            return new Content(manifest, sink.files());
        }
    }

    /** What an index that is made now of these notes holds. */
    Content clean(Path elsewhere) {
        IndexedFolder clean = new IndexedFolder(notes, elsewhere, engine);
        clean.run();
        return clean.content();
    }

    /** Replaces a file's record, leaving the rest as it is. */
    void publish(FileRecord record) {
        try (EntrySink sink = engine.apply(index)) {
            sink.putFile(record);
            sink.publish(sink.manifest().orElseThrow());
        }
    }
}
