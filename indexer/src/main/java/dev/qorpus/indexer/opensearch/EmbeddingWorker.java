package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterCalls;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexState;
import dev.qorpus.indexer.schema.VectorStore;

/** A process that embeds a part of what another process indexes. It writes no entry. */
public final class EmbeddingWorker implements IndexState {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final ClusterCalls calls;
    private final WorkerVectorStore vectors;
    private final @Nullable PublishedState published;

    private EmbeddingWorker(Cluster cluster, ClusterAddress address, @Nullable PublishedState published) {
        this.cluster = cluster;
        this.address = address;
        this.calls = new ClusterCalls(address);
        this.vectors = new WorkerVectorStore(cluster, address);
        this.published = published;
    }

    /**
     * Opens a worker for the process that writes an index now.
     *
     * @return the worker; empty if no process writes the index
     * @throws IndexException if the cluster cannot be reached or refuses
     */
    public static Optional<EmbeddingWorker> open(ClusterAddress address, ClusterAccess access) {
        return new ClusterCalls(address).get(() -> {
            Cluster cluster = Cluster.of(address, access);
            try {
                if (WriteLock.isHeld(cluster, address)) {
                    return Optional.of(
                            new EmbeddingWorker(cluster, address, PublishedState.read(cluster, address).orElse(null)));
                }
                cluster.close();
                return Optional.empty();
            } catch (ClusterException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        });
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
        return published == null
                ? List.of()
                : calls.get(() -> new PublishedReader(cluster, published).files());
    }

    @Override
    public VectorStore vectors() {
        return vectors;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
