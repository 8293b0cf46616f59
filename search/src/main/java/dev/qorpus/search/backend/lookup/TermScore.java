package dev.qorpus.search.backend.lookup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one word of a query adds to an entry's lexical score, in all its forms.
 *
 * @param term the first form that the entry has, as the index has it, stemmed
 * @param idf inverse document frequency, times how often the query has the term: the most that the entry's forms could add
 * @param score what they add here
 */
public record TermScore(String term, double idf, double score) {

    /**
     * Puts the forms of each word together.
     *
     * @param terms of the query
     * @param scores what each adds to the score of an entry, in the same order; a form that adds nothing is left out
     */
    public static List<TermScore> byWord(List<QueryTerm> terms, List<Double> scores) {
        Map<Integer, TermScore> words = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            if (scores.get(i) > 0) {
                words.merge(terms.get(i).word(),
                        new TermScore(terms.get(i).term(), terms.get(i).ceiling(), scores.get(i)),
                        (one, other) -> new TermScore(one.term, one.idf + other.idf, one.score + other.score));
            }
        }
        return List.copyOf(words.values());
    }
}
