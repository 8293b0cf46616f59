package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.PublishedState.NumberedIndex;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;

/** Deletes documents and indexes that no reader needs. It must hold the write lock. */
record StaleRunCleaner(Cluster cluster, ClusterAddress address) {

    private static final String BY_QUERY = "?conflicts=proceed&refresh=true";

    /**
     * Deletes what runs wrote that ended without publishing.
     *
     * @param current the index behind the alias, if any
     */
    void deleteUnpublished(@Nullable PublishedState published, String current) throws ClusterException {
        for (NumberedIndex other : NumberedIndex.all(cluster, address)) {
            String index = address.numberedIndex(other.number());
            if (other.own() && !other.published() && !index.equals(current)) {
                cluster.find("DELETE", "/" + index, null);
            }
        }
        if (published != null) {
            rollBack(published);
        }
    }

    private void rollBack(PublishedState published) throws ClusterException {
        String index = "/" + published.index();
        cluster.send("POST", index + "/_refresh", null);
        Map<String, Object> begun = later(OpenSearchSchema.FIRST_RUN, published.run());
        Map<String, Object> ended = later(OpenSearchSchema.END_RUN, published.run());
        JsonNode left = cluster.send("POST", index + "/_count",
                Map.of("query", Map.of("bool", Map.of("should", List.of(begun, ended)))));
        if (left.path("count").asLong(0) > 0) {
            cluster.send("POST", index + "/_delete_by_query" + BY_QUERY, Map.of("query", begun));
            cluster.send("POST", index + "/_update_by_query" + BY_QUERY, Map.of("query", ended, "script",
                    Map.of("source", "ctx._source.remove('" + OpenSearchSchema.END_RUN + "')")));
        }
    }

    private static Map<String, Object> later(String field, long run) {
        return Map.of("range", Map.of(field, Map.of("gt", run)));
    }

    /**
     * Deletes the documents that had ended in the previous state. A reader of that state does not need them.
     *
     * @param current the index behind the alias
     * @param before the previous state
     */
    void deleteEnded(String current, @Nullable PublishedState before) throws ClusterException {
        if (before != null && before.index().equals(current)) {
            cluster.send("POST", "/" + current + "/_delete_by_query" + BY_QUERY,
                    Map.of("query", Map.of("range", Map.of(OpenSearchSchema.END_RUN, Map.of("lte", before.run())))));
        }
        for (NumberedIndex other : NumberedIndex.all(cluster, address)) {
            String index = address.numberedIndex(other.number());
            if (other.own() && !index.equals(current) && (before == null || !index.equals(before.index()))) {
                cluster.find("DELETE", "/" + index, null);
            }
        }
    }
}
