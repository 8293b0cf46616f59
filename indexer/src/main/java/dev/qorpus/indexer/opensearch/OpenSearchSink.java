package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterCalls;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.VectorStore;

/**
 * Writes an index on a cluster. Each run has a number, and its documents are valid from that run on. Publishing stores the
 * number and the manifest, so that readers see the documents.
 */
public final class OpenSearchSink implements EntrySink {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final ClusterCalls calls;
    private final WriteLock lock;
    private final OpenSearchVectorStore vectors;
    private final @Nullable PublishedState published;
    private @Nullable RunWriter run;
    private boolean cleared;

    private OpenSearchSink(Cluster cluster, ClusterAddress address, WriteLock lock,
            @Nullable PublishedState published) {
        this.cluster = cluster;
        this.address = address;
        this.calls = new ClusterCalls(address);
        this.lock = lock;
        this.vectors = new OpenSearchVectorStore(cluster, address, published);
        this.published = published;
    }

    /**
     * Opens an index for one run.
     *
     * @param rebuild whether the run writes everything, so that the published index need not be readable
     * @throws IndexException if the cluster cannot be reached or refuses, if Qorpus did not make the index, or if it is
     *         being written
     */
    public static OpenSearchSink open(ClusterAddress address, ClusterAccess access, boolean rebuild) {
        return open(address, access, cluster -> WriteLock.acquire(cluster, address), rebuild);
    }

    /** As above, but waits until no other process writes the index. */
    public static OpenSearchSink openAfterOthers(ClusterAddress address, ClusterAccess access) {
        return open(address, access, cluster -> WriteLock.await(cluster, address), false);
    }

    private interface Locking {
        WriteLock of(Cluster cluster) throws ClusterException;
    }

    private static OpenSearchSink open(ClusterAddress address, ClusterAccess access, Locking locking, boolean rebuild) {
        return new ClusterCalls(address).get(() -> {
            Cluster cluster = Cluster.of(address, access);
            try {
                return open(cluster, address, locking, rebuild);
            } catch (ClusterException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        });
    }

    private static OpenSearchSink open(Cluster cluster, ClusterAddress address, Locking locking, boolean rebuild)
            throws ClusterException {
        // Before the first write, refuses an index that Qorpus did not make.
        PublishedState.AliasTarget.of(cluster, address);
        new AuxiliaryIndex(cluster, address, address.lockIndex()).createIfAbsent();
        // The lock comes first: no other process publishes between this run's reads and its writes.
        WriteLock lock = locking.of(cluster);
        try {
            String current = PublishedState.AliasTarget.of(cluster, address).map(PublishedState.AliasTarget::index)
                    .orElse("");
            PublishedState published = rebuild
                    ? ifReadable(cluster, address)
                    : PublishedState.read(cluster, address).orElse(null);
            new StaleRunCleaner(cluster, address).deleteUnpublished(published, current);
            return new OpenSearchSink(cluster, address, lock, published);
        } catch (ClusterException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The published state; null if it cannot be read. */
    private static @Nullable PublishedState ifReadable(Cluster cluster, ClusterAddress address)
            throws ClusterException {
        try {
            return PublishedState.read(cluster, address).orElse(null);
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
        return Optional.ofNullable(published).map(PublishedState::manifest);
    }

    @Override
    public List<FileRecord> files() {
        return published == null ? List.of() : calls.get(() -> new PublishedReader(cluster, published).files());
    }

    @Override
    public VectorStore vectors() {
        return vectors;
    }

    @Override
    public void put(IndexedEntry entry) {
        calls.run(() -> run(entry).put(entry));
    }

    @Override
    public void remove(EntryId id) {
        calls.run(() -> run(null).end(id));
    }

    @Override
    public void putFile(FileRecord file) {
        calls.run(() -> run(null).put(file));
    }

    @Override
    public void removeFile(String file) {
        calls.run(() -> run(null).endFile(file));
    }

    @Override
    public void clear() {
        cleared = true;
        vectors.ignorePublished();
    }

    /** The writer of the run. It begins with the first change. */
    private RunWriter run(@Nullable IndexedEntry first) throws ClusterException {
        RunWriter open = run;
        if (open == null) {
            if (published != null && !cleared) {
                open = RunWriter.updating(cluster, published);
            } else if (first != null) {
                open = RunWriter.creating(cluster, address, first);
            } else {
                throw new IllegalStateException("the first change of a new index must add an entry");
            }
            run = open;
        }
        return open;
    }

    @Override
    public void publish(IndexManifest manifest, Runnable optimizing) {
        calls.run(() -> {
            boolean changed = published == null || !published.manifest().equals(manifest);
            if (run != null || changed) {
                RunWriter open = run(null);
                open.flush();
                lock.check();
                open.publish(address, manifest);
                run = null;
                new StaleRunCleaner(cluster, address).deleteEnded(open.index(), published);
            }
            vectors.delete();
        });
    }

    @Override
    public void close() {
        try {
            calls.run(lock::close);
        } finally {
            cluster.close();
        }
    }
}
