package dev.qorpus.indexer.opensearch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterCalls;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;
import dev.qorpus.indexer.schema.VectorStore;

/**
 * The vectors of the process that writes the index. It creates the shared vectors when it first needs them, which tells
 * the workers to begin.
 */
final class OpenSearchVectorStore implements VectorStore {

    private final Cluster cluster;
    private final ClusterCalls calls;
    private final SharedVectors shared;
    private @Nullable PublishedState published;
    private boolean created;

    OpenSearchVectorStore(Cluster cluster, ClusterAddress address, @Nullable PublishedState published) {
        this.cluster = cluster;
        this.calls = new ClusterCalls(address);
        this.shared = new SharedVectors(cluster, address);
        this.published = published;
    }

    @Override
    public Map<String, TextVectors> find(ModelEntry model, Set<String> texts) {
        return calls.get(() -> {
            Map<String, TextVectors> found = new HashMap<>();
            shared.find(model, texts, found);
            if (published != null) {
                new PublishedReader(cluster, published).vectors(model, texts, found);
            }
            return found;
        });
    }

    @Override
    public void add(ModelEntry model, Map<String, TextVectors> vectors) {
        calls.run(() -> {
            create();
            shared.add(model, vectors);
        });
    }

    @Override
    public Set<String> claim(ModelEntry model, Set<String> texts) {
        return calls.get(() -> {
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
