package dev.qorpus.indexer.opensearch.client;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Why a cluster refuses a request, told by something that its answer has in it.
 *
 * @param sign what the answer has in it
 * @param message what that means, and what to do
 * @param passing whether it may pass by itself
 */
public record ErrorTranslation(String sign, String message, boolean passing) {

    private static final int LONGEST_REASON = 300;
    private static final String NO_PLUGIN = "the cluster has no k-NN plugin; install opensearch-knn on every node";
    /** What is said where a part of an index is missing. */
    public static final String NOT_WHOLE = "not all of the index's shards answer; see GET _cluster/health, and bring "
            + "the missing nodes back";

    /** Statuses after which the same request may succeed. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** What a search meets that is on its way to a node when that node goes. */
    private static final List<String> NODE_WENT = List.of("search_context_missing", "node_closed", "node_disconnected",
            "node_not_connected");

    /** The first that fits counts. */
    private static final List<ErrorTranslation> KNOWN = List.of(
            new ErrorTranslation("flood-stage",
                    "a disk of the cluster is nearly full, so it takes no more writes (flood-stage "
                            + "block); make room or add a node, then index again: what is published stays searchable",
                    false),
            new ErrorTranslation("No handler for type [knn_vector]", NO_PLUGIN, false),
            new ErrorTranslation("unknown setting [index.knn", NO_PLUGIN, false),
            new ErrorTranslation("cluster_manager_not_discovered",
                    "the cluster has no elected manager; bring more than half of "
                            + "the nodes that may be one back",
                    true),
            new ErrorTranslation("maximum shards open",
                    "the cluster may hold no more shards; remove an index, or raise "
                            + "cluster.max_shards_per_node",
                    false),
            new ErrorTranslation("all shards failed", NOT_WHOLE, true),
            new ErrorTranslation("no_shard_available", NOT_WHOLE, true));

    /** Of a whole request. */
    static ClusterException of(int status, JsonNode body) {
        JsonNode error = body.path("error");
        if (status == 401) {
            return new ClusterException("the cluster wants to know who asks; set QORPUS_OPENSEARCH_USER and "
                    + "QORPUS_OPENSEARCH_PASSWORD, or QORPUS_OPENSEARCH_API_KEY", status, false, null);
        }
        if (status == 403 && !error.toString().contains("flood-stage")) {
            return new ClusterException("the cluster forbids this (" + reason(error) + "); have your user be given "
                    + "the rights to read, write and manage this index and those whose names begin with it and a "
                    + "point", status, false, null);
        }
        return ofPart(status, error);
    }

    /** Of one part of a request, such as one document of many. */
    static ClusterException ofPart(int status, JsonNode error) {
        String whole = error.toString();
        boolean passing = PASSING.contains(status) || NODE_WENT.stream().anyMatch(whole::contains);
        return KNOWN.stream().filter(known -> whole.contains(known.sign)).findFirst()
                .map(known -> new ClusterException(known.message, status, passing && known.passing, null))
                .orElseGet(() -> new ClusterException("the cluster refuses: " + reason(error) + " (status " + status
                        + ")" + (passing ? "; try again later" : ""), status, passing, null));
    }

    private static String reason(JsonNode error) {
        JsonNode root = error.path("root_cause").path(0);
        String type = root.path("type").asString(error.path("type").asString("no reason given"));
        String reason = root.path("reason").asString(error.path("reason").asString(""));
        String all = reason.isEmpty() ? type : type + ": " + reason;
        return all.substring(0, Math.min(all.length(), LONGEST_REASON));
    }
}
