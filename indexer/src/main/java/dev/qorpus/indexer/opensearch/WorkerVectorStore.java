package dev.qorpus.indexer.opensearch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterCalls;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;
import dev.qorpus.indexer.schema.VectorStore;

/**
 * The vectors of a process that embeds for a writer. The shared vectors exist only while the writer needs them: it
 * creates them with its first batch and deletes them when it publishes.
 */
final class WorkerVectorStore implements VectorStore {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final ClusterCalls calls;
    private final SharedVectors shared;

    WorkerVectorStore(Cluster cluster, ClusterAddress address) {
        this.cluster = cluster;
        this.address = address;
        this.calls = new ClusterCalls(address);
        this.shared = new SharedVectors(cluster, address);
    }

    @Override
    public Map<String, TextVectors> find(ModelEntry model, Set<String> texts) {
        return calls.get(() -> {
            Map<String, TextVectors> found = new HashMap<>();
            shared.find(model, texts, found);
            if (found.size() < texts.size()) {
                // The writer may have published meanwhile.
                PublishedState now = PublishedState.read(cluster, address).orElse(null);
                if (now != null) {
                    new PublishedReader(cluster, now).vectors(model, texts, found);
                }
            }
            return found;
        });
    }

    @Override
    public void add(ModelEntry model, Map<String, TextVectors> vectors) {
        calls.run(() -> {
            if (shared.exist()) {
                shared.add(model, vectors);
            }
        });
    }

    @Override
    public Set<String> claim(ModelEntry model, Set<String> texts) {
        return calls.get(() -> {
            if (shared.exist()) {
                return shared.claim(model, texts);
            }
            // The writer has not begun to embed, or it has published. If it is dead, all texts are this process's.
            return WriteLock.isHeld(cluster, address) ? Set.<String>of() : texts;
        });
    }
}
