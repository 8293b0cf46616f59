package dev.qorpus.web.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.Indexer;
import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendException;

/**
 * What a server answers from while its index is made or updated: the index as it was published, or, if there is none of
 * the corpus, a temporary one that has words only.
 *
 * @param backend an open index; the caller closes it
 * @param temporary the folder of a temporary index; null if it was published
 */
public record EarlyIndex(Backend backend, @Nullable Path temporary) implements AutoCloseable {

    /**
     * Opens it.
     *
     * @param address of the index that is made or updated
     * @param indexer makes the temporary index
     * @see Session#early
     */
    static EarlyIndex open(IndexAddress address, List<Path> roots, Indexer indexer, IndexModels wanted) {
        Optional<Backend> published = published(address, roots);
        if (published.isPresent()) {
            return new EarlyIndex(published.get(), null);
        }
        Corpus corpus;
        // Says now if it cannot be written.
        try (EntrySink sink = address.sink(false)) {
            corpus = Session.corpus(roots, sink);
        }
        Path folder = temporaryFolder();
        IndexAddress words = new IndexAddress(folder.toString());
        try {
            try (EntrySink sink = words.sink(false)) {
                indexer.withoutVectors().index(corpus, sink, wanted.names(), false);
            }
            return new EarlyIndex(words.backend(), folder);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** The published index of the named corpus, or of any corpus if none is named, if it can be read. */
    private static Optional<Backend> published(IndexAddress address, List<Path> roots) {
        Backend open;
        try {
            open = address.backend();
        } catch (IndexException | BackendException e) {
            return Optional.empty();
        }
        try {
            List<String> indexed = open.manifest().corpus();
            // A folder that is not there is an error, also if it was indexed before.
            List<String> wanted = Corpus.of(roots.isEmpty() ? indexed.stream().map(Path::of).toList() : roots)
                    .absoluteRoots();
            if (indexed.equals(wanted)) {
                return Optional.of(open);
            }
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
        open.close();
        return Optional.empty();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("qorpus-words-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    /** Whether it has words only. */
    public boolean isWordsOnly() {
        return temporary != null;
    }

    /** Deletes a temporary index. A request that still reads it finishes, where the system allows it. */
    @Override
    public void close() {
        if (temporary != null) {
            delete(temporary);
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(EarlyIndex.class.getName()).log(System.Logger.Level.DEBUG, "not deleted", e);
        }
    }
}
