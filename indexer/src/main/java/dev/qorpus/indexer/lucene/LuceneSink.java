package dev.qorpus.indexer.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.LockObtainFailedException;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.VectorStore;

/** Writes an index into a folder with Lucene. It publishes by a Lucene commit, so a killed process leaves the last one. */
public final class LuceneSink implements EntrySink {

    private final LuceneCalls lucene;
    private final IndexWriter writer;
    private final LastCommit published;
    private final UnpublishedVectors unpublished;
    private final LuceneVectorStore vectors;

    private LuceneSink(IndexWriter writer, LastCommit published, UnpublishedVectors unpublished) {
        this.lucene = new LuceneCalls(published.address());
        this.writer = writer;
        this.published = published;
        this.unpublished = unpublished;
        this.vectors = new LuceneVectorStore(lucene, published, unpublished);
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
     * As above. For a rebuild, a damaged index is deleted first, since nothing in it can be read.
     *
     * @param rebuild whether the run writes everything
     */
    public static LuceneSink open(Path folder, boolean rebuild) {
        String address = folder.toString();
        try {
            // The lock comes first: no other process publishes between this run's reads and its writes.
            IndexWriter writer = IndexFolder.open(folder, rebuild);
            try {
                return new LuceneSink(writer, LastCommit.open(address, writer.getDirectory()),
                        UnpublishedVectors.open(folder));
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexException(address, "is being written by another process; wait until it has ended", e);
        } catch (IOException e) {
            throw new IndexException(address, "cannot be written (" + e.getClass().getSimpleName()
                    + "); make the folder writable, or name another with --index", e);
        }
    }

    @Override
    public String address() {
        return published.address();
    }

    @Override
    public Optional<IndexManifest> manifest() {
        return lucene.get(published::manifest);
    }

    @Override
    public List<FileRecord> files() {
        return lucene.get(published::files);
    }

    @Override
    public VectorStore vectors() {
        return vectors;
    }

    @Override
    public void put(IndexedEntry entry) {
        lucene.run(() -> writer.updateDocuments(new Term(LuceneSchema.ID, entry.entry().id().value()),
                LuceneSchema.documents(entry)));
    }

    @Override
    public void remove(EntryId id) {
        lucene.run(() -> writer.deleteDocuments(new Term(LuceneSchema.ID, id.value())));
    }

    @Override
    public void putFile(FileRecord file) {
        lucene.run(() -> writer.updateDocument(FileRecords.of(file.file()), FileRecords.document(file)));
    }

    @Override
    public void removeFile(String file) {
        lucene.run(() -> writer.deleteDocuments(FileRecords.of(file)));
    }

    @Override
    public void clear() {
        vectors.ignorePublished();
        lucene.run(writer::deleteAll);
    }

    @Override
    public void publish(IndexManifest manifest, Runnable optimizing) {
        lucene.run(() -> {
            if (writer.hasUncommittedChanges() || !published.manifest().equals(Optional.of(manifest))) {
                WriterSettings.mergeAwayDeleted(writer);
                writer.setLiveCommitData(IndexCommits.userData(manifest).entrySet());
                writer.commit();
            }
            unpublished.clear();
            if (WriterSettings.mergeSmall(writer, once(optimizing))) {
                writer.commit();
            }
        });
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean called = new AtomicBoolean();
        return () -> {
            if (!called.getAndSet(true)) {
                action.run();
            }
        };
    }

    @Override
    public void close() {
        lucene.run(() -> {
            // Rolls back what was not published, and releases the lock.
            writer.rollback();
            unpublished.close();
            published.close();
            writer.getDirectory().close();
        });
    }
}
