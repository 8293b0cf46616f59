package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;

/** How many entries have a term. Fetched in one request and cached. Thread-safe. */
final class TermFrequencies {

    private static final int MAX_CACHED = 100_000;

    private final ClusterSearcher searcher;
    private final Map<String, Integer> cache = new ConcurrentHashMap<>();
    private volatile int entries = -1;

    TermFrequencies(ClusterSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * Of each term, by its label, 0 if the index lacks it. As the ranking counts: documents that ended are among them.
     */
    Map<String, Integer> of(Collection<WeightedTerm> terms) {
        Map<String, Integer> frequencies = new HashMap<>();
        List<WeightedTerm> unknown = terms.stream().filter(term -> !cache.containsKey(term.label())).toList();
        if (!unknown.isEmpty() || entries < 0) {
            ask(unknown).forEach(frequencies::put);
        }
        terms.forEach(term -> frequencies.computeIfAbsent(term.label(), other -> cache.getOrDefault(other, 0)));
        return frequencies;
    }

    /** How many entries there are. */
    int entries() {
        if (entries < 0) {
            ask(List.of());
        }
        return entries;
    }

    /** Searches that only count one term each: an index knows that without looking at documents. */
    private Map<String, Integer> ask(List<WeightedTerm> terms) {
        List<Map<String, Object>> counts = new ArrayList<>();
        counts.add(ClusterSearcher.count(ClusterSearcher.term(OpenSearchSchema.KIND, OpenSearchSchema.ENTRY)));
        terms.forEach(term -> counts
                .add(ClusterSearcher.count(ClusterSearcher.term(OpenSearchSchema.field(term), term.term()))));
        List<JsonNode> answers = searcher.searchAll(counts);
        entries = ClusterSearcher.total(answers.getFirst());
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            found.put(terms.get(i).label(), ClusterSearcher.total(answers.get(i + 1)));
        }
        if (cache.size() < MAX_CACHED) {
            cache.putAll(found);
        }
        return found;
    }
}
