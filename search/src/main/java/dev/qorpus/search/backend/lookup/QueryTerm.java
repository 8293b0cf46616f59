package dev.qorpus.search.backend.lookup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A term of a question, and what the index knows of it.
 *
 * @param term as the index has it, stemmed
 * @param ceiling the most it can add to the score of an entry: its inverse document frequency, times how often the
 *        question has it
 * @param word the number of the word of the question that it is a form of; forms of one word are alternatives
 * @param frequency how many entries have it; 0 if the index lacks it
 */
public record QueryTerm(String term, int word, double ceiling, long frequency) {

    /**
     * The score that no entry exceeds: an entry may have several forms of one word, and all of them are added. For a word
     * that the index lacks, its largest form counts. 0 if there are no terms.
     */
    public static double bound(Collection<QueryTerm> terms) {
        double known = terms.stream().filter(term -> term.frequency() > 0).mapToDouble(QueryTerm::ceiling).sum();
        double missing = byWord(terms).values().stream().filter(term -> term.frequency() == 0)
                .mapToDouble(QueryTerm::ceiling).sum();
        return known + missing;
    }

    /**
     * The score that hardly an entry reaches: the sum over all words. 0 if there are none. Of the forms of one word, the
     * largest counts that the index has; if it has none, the largest.
     */
    public static double ceiling(Collection<QueryTerm> terms) {
        return byWord(terms).values().stream().mapToDouble(QueryTerm::ceiling).sum();
    }

    /** The share of the ceiling that words of the index make up, from 0 to 1; 0 if there are none. */
    public static double coverage(Collection<QueryTerm> terms) {
        Collection<QueryTerm> words = byWord(terms).values();
        double known = words.stream().filter(term -> term.frequency() > 0).mapToDouble(QueryTerm::ceiling).sum();
        return known == 0 ? 0 : known / ceiling(terms);
    }

    private static Map<Integer, QueryTerm> byWord(Collection<QueryTerm> terms) {
        Map<Integer, QueryTerm> largest = new LinkedHashMap<>();
        terms.forEach(term -> largest.merge(term.word(), term, QueryTerm::larger));
        return largest;
    }

    private QueryTerm larger(QueryTerm other) {
        boolean known = frequency > 0;
        return known == other.frequency > 0 ? ceiling >= other.ceiling ? this : other : known ? this : other;
    }
}
