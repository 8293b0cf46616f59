package dev.qorpus.bench;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;

/**
 * The searches that a hybrid query starts with, sent as one request to the cluster's own API. It asks for the best
 * entries by words and for the nearest questions and passages. The sizes are those of Qorpus. Nothing is fused.
 */
final class RawClusterSearch implements AutoCloseable {

    private static final int WORDS = 100;
    private static final int QUESTIONS = 200;
    private static final int PASSAGES = 600;

    private final Cluster cluster;
    private final String index;

    RawClusterSearch(ClusterAddress address) throws ClusterException {
        this.cluster = Cluster.of(address, ClusterAccess.OPEN);
        this.index = address.index();
    }

    void ask(String question, float[] vector) throws ClusterException {
        cluster.search(index, true, List.of(
                best(WORDS, Map.of("bool", Map.of("must", Map.of("match", Map.of(OpenSearchSchema.TEXT, question)),
                        "filter", kind(OpenSearchSchema.ENTRY)))),
                nearest(QUESTIONS, OpenSearchSchema.ENTRY, OpenSearchSchema.questionVectors(0), vector),
                nearest(PASSAGES, OpenSearchSchema.PASSAGE, OpenSearchSchema.passageVectors(0), vector)));
    }

    private static Map<String, Object> nearest(int k, String kind, String field, float[] vector) {
        return best(k, Map.of("knn", Map.of(field, Map.of("vector", vector, "k", k, "filter", kind(kind)))));
    }

    private static Map<String, Object> kind(String kind) {
        return Map.of("term", Map.of(OpenSearchSchema.KIND, kind));
    }

    private static Map<String, Object> best(int size, Map<String, Object> query) {
        return Map.of("size", size, "stored_fields", "_none_", "docvalue_fields",
                List.of(OpenSearchSchema.ID, OpenSearchSchema.ORDINAL), "query", query);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
