package dev.qorpus.search.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.OpenSearchSchema;

/** Counts the values of filter fields by entry. */
final class OpenSearchFacetCounts {

    private static final String SIGNS = ".?+*|{}[]()\"\\#@&<>~^$-";

    private OpenSearchFacetCounts() {}

    /** The counts over the entries that a query finds. */
    static Map<String, Map<String, Integer>> of(ClusterSearcher searcher, Map<String, Object> query,
            Collection<String> fields) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        if (fields.isEmpty()) {
            return counts;
        }
        // A field may have any name, an aggregation not.
        List<String> names = List.copyOf(fields);
        Map<String, Object> aggregations = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            aggregations.put("f" + i, Map.of("terms", Map.of("field", OpenSearchSchema.FILTERS, "size",
                    ClusterSearcher.MOST_HITS, "include", escaped(OpenSearchSchema.filter(names.get(i), "")) + ".*")));
        }
        JsonNode answer = searcher
                .searchAll(List.of(Map.of("size", 0, "track_total_hits", false, "query", query, "aggs",
                        aggregations)))
                .getFirst().path("aggregations");
        for (int i = 0; i < names.size(); i++) {
            int prefix = OpenSearchSchema.filter(names.get(i), "").length();
            Map<String, Integer> values = new HashMap<>();
            for (JsonNode bucket : answer.path("f" + i).path("buckets")) {
                values.put(bucket.path("key").asString().substring(prefix), bucket.path("doc_count").asInt());
            }
            counts.put(names.get(i), values);
        }
        return counts;
    }

    /** A text as a pattern that only this text fits. */
    static String escaped(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (SIGNS.indexOf(sign) >= 0) {
                pattern.append('\\');
            }
            pattern.appendCodePoint(sign);
        });
        return pattern.toString();
    }
}
