package dev.qorpus.search.backend.lookup;

import java.util.Collection;
import java.util.List;

/**
 * A term of a question, and what the index knows of it.
 *
 * @param term as the index has it, stemmed
 * @param ceiling the most it can add to the score of an entry: its inverse document frequency, times how often the
 *        question has it
 * @param frequency how many entries have it; 0 if the index lacks it
 */
public record QueryTerm(String term, double ceiling, long frequency) {

    /** The score that no entry can reach: the sum over all terms. 0 if there are none. */
    public static double ceiling(Collection<QueryTerm> terms) {
        double sum = 0;
        for (QueryTerm term : terms) {
            sum += term.ceiling();
        }
        return sum;
    }

    /** The share of the ceiling that terms of the index make up, from 0 to 1; 0 if there are none. */
    public static double coverage(Collection<QueryTerm> terms) {
        List<QueryTerm> known = terms.stream().filter(term -> term.frequency() > 0).toList();
        return known.isEmpty() ? 0 : ceiling(known) / ceiling(terms);
    }
}
