package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexedEntry;

/**
 * Writes into a folder with Lucene. A Lucene commit is what publishing means here: a killed process leaves the
 * last one whole.
 */
public final class LuceneSink implements EntrySink {

    private static final Pattern OWN_FILES = Pattern
            .compile("segments_.*|_.*|write\\.lock|pending_segments_.*|" + LuceneVectorStore.FOLDER);

    private final String address;
    private final IndexWriter writer;
    private final PublishedReader published;
    private final LuceneVectorStore kept;
    private boolean cleared;

    private LuceneSink(String address, IndexWriter writer, PublishedReader published, LuceneVectorStore kept) {
        this.address = address;
        this.writer = writer;
        this.published = published;
        this.kept = kept;
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
            // The lock comes first: nobody publishes between this run's reading and its writing.
            IndexWriter writer = writer(address, directory);
            try {
                return new LuceneSink(address, writer, PublishedReader.open(address, directory),
                        LuceneVectorStore.open(folder));
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexException(address, "is being written by another process; wait until that has ended", e);
        } catch (IOException e) {
            throw new IndexException(address, "cannot be written (" + e.getClass().getSimpleName()
                    + "); make the folder writable, or name another with --index", e);
        }
    }

    private static IndexWriter writer(String address, Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, WriterSettings.config());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // If what is there is damaged, this says so.
            PublishedReader.open(address, directory).close();
            throw e;
        }
    }

    private static void removeIfDamaged(String address, Directory directory) throws IOException {
        try (DirectoryReader reader = Manifests.open(address, directory).orElse(null)) {
            if (reader != null) {
                Manifests.of(address, reader);
            }
        } catch (IndexException e) {
            for (String file : directory.listAll()) {
                if (!Set.of(IndexWriter.WRITE_LOCK_NAME, LuceneVectorStore.FOLDER).contains(file)) {
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
                    .anyMatch(name -> !OWN_FILES.matcher(name).matches());
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
        return attempt(published::manifest);
    }

    @Override
    public List<FileRecord> files() {
        return attempt(published::files);
    }

    @Override
    public Map<String, float[]> vectors(ModelEntry model, Set<String> texts) {
        Map<String, float[]> known = new HashMap<>();
        attempt(() -> kept.find(model, texts, known));
        if (!cleared) {
            attempt(() -> published.vectors(model, texts, known));
        }
        return known;
    }

    @Override
    public void keep(ModelEntry model, Map<String, float[]> vectors) {
        attempt(() -> kept.add(model, vectors));
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
    public void putFile(FileRecord file) {
        attempt(() -> writer.updateDocument(FileRecords.of(file.file()), FileRecords.document(file)));
    }

    @Override
    public void removeFile(String file) {
        attempt(() -> writer.deleteDocuments(FileRecords.of(file)));
    }

    @Override
    public void clear() {
        cleared = true;
        attempt(writer::deleteAll);
    }

    @Override
    public void publish(IndexManifest manifest) {
        attempt(() -> {
            if (writer.hasUncommittedChanges() || !published.manifest().equals(Optional.of(manifest))) {
                WriterSettings.mergeAwayDeleted(writer);
                writer.setLiveCommitData(Manifests.userData(manifest).entrySet());
                writer.commit();
            }
            return kept.clear();
        });
    }

    @Override
    public void settle(Runnable begun) {
        AtomicBoolean told = new AtomicBoolean();
        attempt(() -> {
            boolean merged = WriterSettings.mergeSmall(writer, () -> {
                if (!told.getAndSet(true)) {
                    begun.run();
                }
            });
            return merged ? writer.commit() : 0;
        });
    }

    @Override
    public void close() {
        attempt(() -> {
            // Rolls back whatever was not published; releases the lock.
            writer.rollback();
            kept.close();
            published.close();
            writer.getDirectory().close();
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
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexException(address, "cannot be read or written (" + e.getClass().getSimpleName()
                    + "); what was published before is kept. Check free space and permissions", e);
        }
    }
}
