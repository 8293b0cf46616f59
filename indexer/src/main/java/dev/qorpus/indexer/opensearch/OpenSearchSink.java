package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAction;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.VectorStore;

/**
 * Writes into a cluster. Each run has a number; its documents count from it on, and publishing tells readers the
 * number, together with the manifest.
 */
public final class OpenSearchSink implements EntrySink {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final WriteLock lock;
    private final OpenSearchVectorStore vectors;
    private final @Nullable Published published;
    private @Nullable Run run;
    private boolean cleared;

    private OpenSearchSink(Cluster cluster, ClusterAddress address, WriteLock lock, @Nullable Published published) {
        this.cluster = cluster;
        this.address = address;
        this.lock = lock;
        this.vectors = new OpenSearchVectorStore(cluster, address, published);
        this.published = published;
    }

    /**
     * Opens an index for one run.
     *
     * @param anew whether the run will write everything, so that what is there need not be understood
     * @throws IndexException if the cluster cannot be reached or refuses, if the index is of another kind, or is
     *         being written
     */
    public static OpenSearchSink open(ClusterAddress address, ClusterAccess access, boolean anew) {
        return open(address, access, cluster -> WriteLock.of(cluster, address), anew);
    }

    /** As above, but waits until no other process writes. */
    public static OpenSearchSink openAfterOthers(ClusterAddress address, ClusterAccess access) {
        return open(address, access, cluster -> WriteLock.afterOthers(cluster, address), false);
    }

    private interface Locking {
        WriteLock of(Cluster cluster) throws ClusterException;
    }

    private static OpenSearchSink open(ClusterAddress address, ClusterAccess access, Locking locking, boolean anew) {
        try {
            Cluster cluster = Cluster.of(address, access);
            try {
                return open(cluster, address, locking, anew);
            } catch (ClusterException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (ClusterException e) {
            throw new IndexException(address.text(), e.getMessage(), e);
        }
    }

    private static OpenSearchSink open(Cluster cluster, ClusterAddress address, Locking locking, boolean anew)
            throws ClusterException {
        // Refuses what is not Qorpus's before anything is written.
        Published.Behind.of(cluster, address);
        new AuxiliaryIndex(cluster, address, address.work()).createIfAbsent();
        // The lock comes first: nobody publishes between this run's reading and its writing.
        WriteLock lock = locking.of(cluster);
        try {
            String current = Published.Behind.of(cluster, address).map(Published.Behind::index).orElse("");
            Published published = anew ? readable(cluster, address) : Published.read(cluster, address).orElse(null);
            new StaleRunCleaner(cluster, address).remove(published, current);
            return new OpenSearchSink(cluster, address, lock, published);
        } catch (ClusterException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What is published, if it can be understood. */
    private static @Nullable Published readable(Cluster cluster, ClusterAddress address) throws ClusterException {
        try {
            return Published.read(cluster, address).orElse(null);
        } catch (IndexException e) {
            return null;
        }
    }

    @Override
    public String address() {
        return address.text();
    }

    @Override
    public Optional<IndexManifest> manifest() {
        return Optional.ofNullable(published).map(Published::manifest);
    }

    @Override
    public List<FileRecord> files() {
        return published == null ? List.of() : attempt(() -> new PublishedFileRecords(cluster, published).all());
    }

    @Override
    public VectorStore vectors() {
        return vectors;
    }

    @Override
    public void put(IndexedEntry entry) {
        attempt(() -> run(entry).put(entry));
    }

    @Override
    public void remove(EntryId id) {
        attempt(() -> run(null).end(id));
    }

    @Override
    public void putFile(FileRecord file) {
        attempt(() -> run(null).put(file));
    }

    @Override
    public void removeFile(String file) {
        attempt(() -> run(null).endFile(file));
    }

    @Override
    public void clear() {
        cleared = true;
        vectors.ignorePublished();
    }

    /** The run, which begins with the first change. */
    private Run run(@Nullable IndexedEntry first) throws ClusterException {
        Run open = run;
        if (open == null) {
            if (published != null && !cleared) {
                open = Run.after(cluster, published);
            } else if (first != null) {
                open = Run.anew(cluster, address, first);
            } else {
                throw new IllegalStateException("an index begins with an entry");
            }
            run = open;
        }
        return open;
    }

    @Override
    public void publish(IndexManifest manifest, Runnable optimizing) {
        attempt(() -> {
            boolean says = published == null || !published.manifest().equals(manifest);
            if (run != null || says) {
                Run open = run(null);
                open.complete();
                lock.check();
                open.publish(address, manifest);
                run = null;
                new StaleRunCleaner(cluster, address).removeEnded(open.index(), published);
            }
            vectors.delete();
            return true;
        });
    }

    @Override
    public void close() {
        try {
            attempt(() -> {
                lock.close();
                return true;
            });
        } finally {
            cluster.close();
        }
    }

    private <T> T attempt(ClusterAction<T> action) {
        return ClusterAction.attempt(address, action);
    }
}
