package dev.qorpus.indexer.opensearch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAction;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.VectorStore;

/**
 * The vectors of the process that writes the index. It creates the shared vectors when it first needs them, which tells
 * the workers to begin.
 */
final class OpenSearchVectorStore implements VectorStore {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final SharedVectors shared;
    private @Nullable Published published;
    private boolean created;

    OpenSearchVectorStore(Cluster cluster, ClusterAddress address, @Nullable Published published) {
        this.cluster = cluster;
        this.address = address;
        this.shared = new SharedVectors(cluster, address);
        this.published = published;
    }

    @Override
    public Map<String, float[]> find(ModelEntry model, Set<String> texts) {
        return ClusterAction.attempt(address, () -> {
            Map<String, float[]> found = new HashMap<>();
            shared.find(model, texts, found);
            if (published != null) {
                new PublishedVectors(cluster, published).find(model, texts, found);
            }
            return found;
        });
    }

    @Override
    public void add(ModelEntry model, Map<String, float[]> vectors) {
        ClusterAction.attempt(address, () -> {
            create();
            shared.add(model, vectors);
            return true;
        });
    }

    @Override
    public Set<String> claim(ModelEntry model, Set<String> texts) {
        return ClusterAction.attempt(address, () -> {
            create();
            return shared.claim(model, texts);
        });
    }

    private void create() throws ClusterException {
        if (!created) {
            shared.createIfAbsent();
            created = true;
        }
    }

    /** From now on finds no published vector. */
    void ignorePublished() {
        published = null;
    }

    /** Deletes the shared vectors. */
    void delete() throws ClusterException {
        shared.delete();
    }
}
