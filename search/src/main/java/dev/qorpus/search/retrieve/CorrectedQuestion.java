package dev.qorpus.search.retrieve;

import java.util.List;

/**
 * A question as it is searched for.
 *
 * @param text with the corrections in it
 * @param corrections in the order of the question; none if it is searched for as asked
 */
public record CorrectedQuestion(String text, List<Correction> corrections) {

    /** A question as asked. */
    public static CorrectedQuestion of(String question) {
        return new CorrectedQuestion(question, List.of());
    }
}
