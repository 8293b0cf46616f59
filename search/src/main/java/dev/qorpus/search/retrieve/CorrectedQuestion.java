package dev.qorpus.search.retrieve;

import java.util.List;

import dev.qorpus.search.backend.lookup.AskedText;

/**
 * A question as it is searched for.
 *
 * @param text with the words that were replaced in it
 * @param corrections in the order of the question; none if it is searched for as asked
 */
public record CorrectedQuestion(String text, List<Correction> corrections) {

    /** A question as asked. */
    public static CorrectedQuestion of(String question) {
        return new CorrectedQuestion(question, List.of());
    }

    /** The words that are looked up: those of the text, and beside them the neighbours of words that may be right. */
    public AskedText asked() {
        return new AskedText(text, corrections.stream().filter(correction -> !correction.replaced())
                .map(Correction::to).toList());
    }
}
