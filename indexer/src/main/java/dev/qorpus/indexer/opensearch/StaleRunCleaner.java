package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.Published.Numbered;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;

/** Removes what no reader needs: what killed runs wrote, and what ended some runs ago. Only under the lock. */
record StaleRunCleaner(Cluster cluster, ClusterAddress address) {

    private static final String BY_QUERY = "?conflicts=proceed&refresh=true";

    /**
     * Takes back what runs wrote that did not publish.
     *
     * @param current the index behind the alias, if any
     */
    void remove(@Nullable Published published, String current) throws ClusterException {
        for (Numbered other : Numbered.all(cluster, address)) {
            String index = address.numbered(other.number());
            if (other.own() && !other.published() && !index.equals(current)) {
                cluster.find("DELETE", "/" + index, null);
            }
        }
        if (published != null) {
            takeBack(published);
        }
    }

    private void takeBack(Published published) throws ClusterException {
        String index = "/" + published.index();
        cluster.send("POST", index + "/_refresh", null);
        Map<String, Object> begun = later(OpenSearchSchema.FROM, published.run());
        Map<String, Object> ended = later(OpenSearchSchema.UNTIL, published.run());
        JsonNode left = cluster.send("POST", index + "/_count",
                Map.of("query", Map.of("bool", Map.of("should", List.of(begun, ended)))));
        if (left.path("count").asLong(0) > 0) {
            cluster.send("POST", index + "/_delete_by_query" + BY_QUERY, Map.of("query", begun));
            cluster.send("POST", index + "/_update_by_query" + BY_QUERY, Map.of("query", ended, "script",
                    Map.of("source", "ctx._source.remove('" + OpenSearchSchema.UNTIL + "')")));
        }
    }

    private static Map<String, Object> later(String field, long run) {
        return Map.of("range", Map.of(field, Map.of("gt", run)));
    }

    /**
     * Deletes what had ended in the state before the one that is published now; a reader of that one still finds all of
     * it.
     *
     * @param current the index behind the alias
     * @param before what was published until now
     */
    void removeEnded(String current, @Nullable Published before) throws ClusterException {
        if (before != null && before.index().equals(current)) {
            cluster.send("POST", "/" + current + "/_delete_by_query" + BY_QUERY,
                    Map.of("query", Map.of("range", Map.of(OpenSearchSchema.UNTIL, Map.of("lte", before.run())))));
        }
        for (Numbered other : Numbered.all(cluster, address)) {
            String index = address.numbered(other.number());
            if (other.own() && !index.equals(current) && (before == null || !index.equals(before.index()))) {
                cluster.find("DELETE", "/" + index, null);
            }
        }
    }
}
