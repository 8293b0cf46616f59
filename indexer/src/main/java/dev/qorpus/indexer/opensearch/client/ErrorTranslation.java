package dev.qorpus.indexer.opensearch.client;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Translates an error of a cluster into a message that says what to do.
 *
 * @param text a text by which the error is recognised
 * @param message what the error means, and what to do
 * @param isTransient whether the error may disappear without a change
 */
public record ErrorTranslation(String text, String message, boolean isTransient) {

    private static final int LONGEST_REASON = 300;
    private static final String NO_PLUGIN = "the cluster has no k-NN plugin; install opensearch-knn on every node";
    /** The message for an index with missing shards. */
    public static final String MISSING_SHARDS = "not all shards of the index are available; see GET _cluster/health, and start "
            + "the missing nodes";

    /** The statuses of transient errors. */
    private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);

    /** The errors of a search whose node leaves the cluster. */
    private static final List<String> NODE_LEFT = List.of("search_context_missing", "node_closed", "node_disconnected",
            "node_not_connected");

    /** The first translation that matches is used. */
    private static final List<ErrorTranslation> KNOWN = List.of(
            new ErrorTranslation("flood-stage",
                    "a disk of the cluster is almost full, so it refuses writes (flood-stage block); free space "
                            + "or add a node, then index again. The published index stays searchable",
                    false),
            new ErrorTranslation("No handler for type [knn_vector]", NO_PLUGIN, false),
            new ErrorTranslation("unknown setting [index.knn", NO_PLUGIN, false),
            new ErrorTranslation("cluster_manager_not_discovered",
                    "the cluster has no elected manager; start more than half of the "
                            + "manager-eligible nodes",
                    true),
            new ErrorTranslation("maximum shards open",
                    "the cluster has reached its limit of shards; delete an index, or raise "
                            + "cluster.max_shards_per_node",
                    false),
            new ErrorTranslation("all shards failed", MISSING_SHARDS, true),
            new ErrorTranslation("no_shard_available", MISSING_SHARDS, true));

    /** The exception for a failed request. */
    static ClusterException of(int status, JsonNode body) {
        JsonNode error = body.path("error");
        if (status == 401) {
            return new ClusterException("the cluster requires authentication; set QORPUS_OPENSEARCH_USER and "
                    + "QORPUS_OPENSEARCH_PASSWORD, or QORPUS_OPENSEARCH_API_KEY", status, false, null);
        }
        if (status == 403 && !error.toString().contains("flood-stage")) {
            return new ClusterException("the cluster forbids this (" + reason(error) + "); grant your user the "
                    + "rights to read, write and manage this index and the indexes whose names begin with its name "
                    + "and a point", status, false, null);
        }
        return ofPart(status, error);
    }

    /** The exception for a failed part of a request, such as one of many documents. */
    static ClusterException ofPart(int status, JsonNode error) {
        String whole = error.toString();
        boolean isTransient = TRANSIENT.contains(status) || NODE_LEFT.stream().anyMatch(whole::contains);
        return KNOWN.stream().filter(known -> whole.contains(known.text)).findFirst()
                .map(known -> new ClusterException(known.message, status, isTransient && known.isTransient, null))
                .orElseGet(() -> new ClusterException(
                        "the cluster refuses the request: " + reason(error) + " (status " + status
                                + ")" + (isTransient ? "; try again later" : ""),
                        status, isTransient, null));
    }

    private static String reason(JsonNode error) {
        JsonNode root = error.path("root_cause").path(0);
        String type = root.path("type").asString(error.path("type").asString("no reason given"));
        String reason = root.path("reason").asString(error.path("reason").asString(""));
        String all = reason.isEmpty() ? type : type + ": " + reason;
        return all.substring(0, Math.min(all.length(), LONGEST_REASON));
    }
}
