package dev.qorpus.search.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.OpenSearchSchema;

/** How many entries have a term. Asked for together, and remembered. Thread-safe. */
final class TermFrequencies {

    private static final int REMEMBERED = 100_000;

    private final Searches searches;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private volatile int entries = -1;

    TermFrequencies(Searches searches) {
        this.searches = searches;
    }

    /** Of each term, 0 if the index lacks it. As the ranking counts: documents that ended are among them. */
    Map<String, Integer> of(Collection<String> terms) {
        Map<String, Integer> frequencies = new HashMap<>();
        List<String> unknown = terms.stream().distinct().filter(term -> !known.containsKey(term)).toList();
        if (!unknown.isEmpty() || entries < 0) {
            ask(unknown).forEach(frequencies::put);
        }
        terms.forEach(term -> frequencies.computeIfAbsent(term, other -> known.getOrDefault(other, 0)));
        return frequencies;
    }

    /** How many entries there are. */
    int entries() {
        if (entries < 0) {
            ask(List.of());
        }
        return entries;
    }

    private Map<String, Integer> ask(List<String> terms) {
        List<Map<String, Object>> filters = terms.stream().map(term -> Searches.term(OpenSearchSchema.TEXT, term))
                .toList();
        Map<String, Object> aggregations = new HashMap<>();
        aggregations.put("entries", Map.of("filter", Searches.term(OpenSearchSchema.KIND, OpenSearchSchema.ENTRY)));
        if (!terms.isEmpty()) {
            aggregations.put("terms", Map.of("filters", Map.of("filters", filters)));
        }
        JsonNode counts = searches
                .together(List.of(Map.of("size", 0, "track_total_hits", false, "aggs", aggregations)))
                .getFirst().path("aggregations");
        entries = counts.path("entries").path("doc_count").asInt();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            found.put(terms.get(i), counts.path("terms").path("buckets").path(i).path("doc_count").asInt());
        }
        if (known.size() < REMEMBERED) {
            known.putAll(found);
        }
        return found;
    }
}
