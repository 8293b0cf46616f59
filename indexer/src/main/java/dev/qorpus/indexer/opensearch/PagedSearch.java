package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterException;

/**
 * Reads many documents page by page. They are ordered by the id of their entry, and passages follow their entry in order.
 *
 * @param index the name of the index
 * @param filters the filters that the documents match
 * @param fields the fields of the source that are read
 */
public record PagedSearch(Cluster cluster, String index, List<Map<String, Object>> filters, List<String> fields) {

    private static final int PAGE = 500;

    /** Passes the source of each document to a consumer. */
    public void each(Consumer<JsonNode> sources) throws ClusterException {
        eachHit(hit -> sources.accept(hit.path("_source")));
    }

    /** The ids of the documents. */
    List<String> ids() throws ClusterException {
        List<String> ids = new ArrayList<>();
        eachHit(hit -> ids.add(hit.path("_id").asString()));
        return ids;
    }

    private void eachHit(Consumer<JsonNode> hits) throws ClusterException {
        Map<String, Object> search = new TreeMap<>(Map.of("size", PAGE, "track_total_hits", false,
                "_source", fields.isEmpty() ? false : fields,
                "query", Map.of("bool", Map.of("filter", filters)),
                "sort", List.of(OpenSearchSchema.ID, OpenSearchSchema.KIND, OpenSearchSchema.ORDINAL)));
        JsonNode page;
        do {
            page = cluster.send("POST", "/" + index + "/_search?allow_partial_search_results=false", search)
                    .path("hits").path("hits");
            page.forEach(hits);
            if (!page.isEmpty()) {
                search.put("search_after", page.path(page.size() - 1).path("sort"));
            }
        } while (page.size() == PAGE);
    }
}
