package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.search.backend.QuestionCompletion;
import dev.qorpus.search.backend.lookup.Filter;

/** Finds questions by the beginnings of their words. */
record OpenSearchCompletions(ClusterSearcher searcher) {

    /** Shorter words have a neighbour by accident too often. */
    private static final int MISTYPED_FROM = 4;
    /** Words of a question that is typed; the last ones count. */
    private static final int MOST_WORDS = 12;

    List<QuestionCompletion> of(String text, boolean mistyped, int k) {
        List<String> words = TextAnalysis.typed().words(text).stream().map(Word::term).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> last = words.subList(Math.max(0, words.size() - MOST_WORDS), words.size());
        Map<String, Object> search = new HashMap<>(Map.of("size", k, "track_total_hits", false, "_source",
                List.of(OpenSearchSchema.ID, OpenSearchSchema.QUESTION), "query", query(last, mistyped),
                // More of the words before first, then shorter questions.
                "sort", List.of("_score", OpenSearchSchema.QUESTION_LENGTH, OpenSearchSchema.ID)));
        List<QuestionCompletion> found = new ArrayList<>();
        for (JsonNode hit : ClusterSearcher.hits(searcher.searchAll(List.of(search)).getFirst())) {
            JsonNode source = hit.path("_source");
            found.add(new QuestionCompletion(new EntryId(source.path(OpenSearchSchema.ID).asString()),
                    source.path(OpenSearchSchema.QUESTION).asString()));
        }
        return found;
    }

    private Map<String, Object> query(List<String> words, boolean mistyped) {
        List<Map<String, Object>> whole = new ArrayList<>();
        for (String word : words.subList(0, words.size() - 1)) {
            whole.add(Map.of("constant_score", Map.of("filter", mistyped && word.length() >= MISTYPED_FROM
                    ? Map.of("fuzzy", Map.of(OpenSearchSchema.QUESTION,
                            Map.of("value", word, "fuzziness", 1, "prefix_length", 1)))
                    : ClusterSearcher.term(OpenSearchSchema.QUESTION, word))));
        }
        List<Map<String, Object>> filters = searcher.passing(Filter.NONE);
        filters.add(beginning(words.getLast(), mistyped));
        return Map.of("bool", Map.of("should", whole, "minimum_should_match", words.size() / 2, "filter", filters));
    }

    private static Map<String, Object> beginning(String word, boolean mistyped) {
        return mistyped && word.length() >= MISTYPED_FROM
                ? Map.of("regexp", Map.of(OpenSearchSchema.QUESTION, Map.of("value", nearly(word), "flags", "NONE")))
                : Map.of("prefix", Map.of(OpenSearchSchema.QUESTION, word));
    }

    /** A pattern of all beginnings in which one letter, but not the first, is missing, too much, another, or swapped. */
    private static String nearly(String word) {
        int[] letters = word.codePoints().toArray();
        List<String> ways = new ArrayList<>();
        for (int i = 1; i < letters.length; i++) {
            String before = part(letters, 0, i);
            ways.add(before + "." + part(letters, i, letters.length));
            ways.add(before + ".?" + part(letters, i + 1, letters.length));
            if (i + 1 < letters.length) {
                ways.add(before + part(letters, i + 1, i + 2) + part(letters, i, i + 1)
                        + part(letters, i + 2, letters.length));
            }
        }
        ways.add(part(letters, 0, letters.length) + ".?");
        return "(" + String.join("|", ways) + ").*";
    }

    private static String part(int[] letters, int from, int to) {
        return OpenSearchFacetCounts.escaped(new String(letters, from, to - from));
    }
}
