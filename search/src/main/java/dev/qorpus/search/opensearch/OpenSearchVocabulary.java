package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.search.backend.Vocabulary;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.lucene.lexical.EditDistances;

/** Words of an index in a cluster. */
record OpenSearchVocabulary(ClusterSearcher searcher, TermFrequencies frequencies,
        TextAnalysis analysis) implements Vocabulary {

    private static final int MOST_SIMILAR = 100;

    @Override
    public void prefetch(String text) {
        frequencies.of(analysis.wholeWords(text));
    }

    @Override
    public boolean has(String text) {
        List<WeightedTerm> terms = analysis.wholeWords(text);
        Map<String, Integer> counts = frequencies.of(terms);
        Map<Integer, Boolean> known = new HashMap<>();
        terms.forEach(term -> known.merge(term.word(), counts.getOrDefault(term.label(), 0) > 0,
                Boolean::logicalOr));
        return !known.containsValue(false);
    }

    @Override
    public boolean hasPhrase(String text) {
        List<Map<String, Object>> filters = searcher.passing(Filter.NONE);
        filters.add(Map.of("match_phrase",
                Map.of(OpenSearchSchema.TEXT, OpenSearchSchema.phrase(analysis.phrase(text)))));
        return ClusterSearcher.total(
                searcher.searchAll(List.of(ClusterSearcher.count(ClusterSearcher.allOf(filters)))).getFirst()) > 0;
    }

    @Override
    public List<SimilarWord> similar(String word, int edits) {
        // Words in a field of their own, which has them as written. One with a letter more or less is never the word.
        Map<String, Object> suggester = Map.of("field", OpenSearchSchema.WORDS, "suggest_mode", "always", "max_edits",
                edits, "prefix_length", 0, "min_word_length", 1, "size", MOST_SIMILAR, "accuracy", 0.01,
                "max_term_freq", Integer.MAX_VALUE);
        JsonNode answer = searcher.searchAll(List.of(Map.of("size", 0, "suggest",
                Map.of("similar", Map.of("text", word, "term", suggester)),
                "aggs", Map.of("itself", Map.of("filter", ClusterSearcher.term(OpenSearchSchema.WORDS, word))))))
                .getFirst();
        Map<String, Integer> found = new HashMap<>();
        int itself = answer.path("aggregations").path("itself").path("doc_count").asInt();
        if (itself > 0) {
            found.put(word, itself);
        }
        answer.path("suggest").path("similar").path(0).path("options").forEach(
                option -> found.put(option.path("text").asString(), option.path("freq").asInt()));
        EditDistances near = EditDistances.of(word, edits);
        List<SimilarWord> similar = new ArrayList<>();
        found.forEach((other, frequency) -> near.to(other)
                .ifPresent(n -> similar.add(new SimilarWord(other, n, frequency))));
        return similar;
    }
}
