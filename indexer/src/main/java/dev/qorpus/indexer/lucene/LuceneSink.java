package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;

/**
 * Writes into a folder with Lucene. A Lucene commit is what publishing means here: a killed process leaves the
 * last one whole.
 */
public final class LuceneSink implements EntrySink {

    /** Below this many documents, deleted ones are merged away at once: they would blur BM25's statistics. */
    private static final int SMALL = 200_000;

    private final String address;
    private final Directory directory;
    private final IndexWriter writer;
    private final @Nullable DirectoryReader published;

    private LuceneSink(String address, Directory directory, IndexWriter writer, @Nullable DirectoryReader published) {
        this.address = address;
        this.directory = directory;
        this.writer = writer;
        this.published = published;
    }

    /**
     * Opens a folder for one indexing run.
     *
     * @throws IndexException if the folder holds something else, cannot be written, or is being written
     */
    public static LuceneSink open(Path folder) {
        return open(folder, false);
    }

    /**
     * As above; to begin anew, a damaged index is removed first, since nothing in it can be read any more.
     *
     * @param anew whether the run will write everything
     */
    public static LuceneSink open(Path folder, boolean anew) {
        String address = folder.toString();
        refuseForeignFolder(folder);
        try {
            Directory directory = FSDirectory.open(Files.createDirectories(folder));
            if (anew) {
                removeIfDamaged(address, directory);
            }
            TieredMergePolicy merges = new TieredMergePolicy();
            merges.setForceMergeDeletesPctAllowed(0);
            IndexWriterConfig config = new IndexWriterConfig(LuceneSchema.analyzer())
                    .setSimilarity(LuceneSchema.similarity()).setMergePolicy(merges).setCommitOnClose(false);
            Optional<DirectoryReader> published = Manifests.open(address, directory);
            return new LuceneSink(address, directory, new IndexWriter(directory, config), published.orElse(null));
        } catch (LockObtainFailedException e) {
            throw new IndexException(address, "is being written by another process; wait until that has ended", e);
        } catch (IOException e) {
            throw new IndexException(address, "cannot be written (" + e.getClass().getSimpleName()
                    + "); make the folder writable, or name another with --index", e);
        }
    }

    private static void removeIfDamaged(String address, Directory directory) throws IOException {
        try (DirectoryReader reader = Manifests.open(address, directory).orElse(null)) {
            if (reader != null) {
                Manifests.of(address, reader);
            }
        } catch (IndexException e) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static void refuseForeignFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IndexException(folder.toString(), "is a file; name a folder with --index");
        }
        try (var files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            boolean foreign = files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> !name.matches("segments_.*|_.*|write\\.lock|pending_segments_.*"));
            if (foreign) {
                throw new IndexException(folder.toString(),
                        "holds files that are no index; name an empty or a new folder with --index");
            }
        } catch (IOException e) {
            throw new IndexException(folder.toString(), "cannot be listed; check its permissions", e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Optional<IndexManifest> manifest() {
        if (published == null) {
            return Optional.empty();
        }
        return Optional.of(attempt(() -> Manifests.of(address, published)));
    }

    @Override
    public Map<EntryId, Published> published() {
        Map<EntryId, Published> entries = new HashMap<>();
        for (LeafReaderContext leaf : leaves()) {
            attempt(() -> PublishedReader.entries(leaf.reader(), entries));
        }
        return entries;
    }

    @Override
    public Map<String, float[]> vectors(String space, Set<String> texts) {
        Map<String, float[]> known = new HashMap<>();
        for (LeafReaderContext leaf : leaves()) {
            attempt(() -> PublishedReader.vectors(leaf.reader(), space, texts, known));
        }
        return known;
    }

    private Iterable<LeafReaderContext> leaves() {
        return published == null ? List.of() : published.leaves();
    }

    @Override
    public void put(IndexedEntry entry) {
        attempt(() -> writer.updateDocuments(new Term(LuceneSchema.ID, entry.entry().id().value()),
                LuceneSchema.documents(entry)));
    }

    @Override
    public void remove(EntryId id) {
        attempt(() -> writer.deleteDocuments(new Term(LuceneSchema.ID, id.value())));
    }

    @Override
    public void clear() {
        attempt(writer::deleteAll);
    }

    @Override
    public void publish(IndexManifest manifest) {
        attempt(() -> {
            if (writer.getDocStats().maxDoc < SMALL) {
                writer.forceMergeDeletes();
            }
            writer.setLiveCommitData(Manifests.userData(manifest).entrySet());
            return writer.commit();
        });
    }

    @Override
    public void close() {
        attempt(() -> {
            // Rolls back whatever was not published; releases the lock.
            writer.rollback();
            if (published != null) {
                published.close();
            }
            directory.close();
            return true;
        });
    }

    /** An action of Lucene's. */
    private interface Action<T> {
        T run() throws IOException;
    }

    private <T> T attempt(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new IndexException(address, "cannot be read or written (" + e.getClass().getSimpleName()
                    + "); what was published before is kept. Check free space and permissions", e);
        }
    }
}
