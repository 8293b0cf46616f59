package dev.qorpus.search.backend.lookup;

import java.util.List;

/**
 * The words of a question.
 *
 * @param text all of it; it is analysed as the index was
 * @param beside other words for some that the index lacks, which count less
 */
public record AskedText(String text, List<String> beside) {

    /** A text alone. */
    public static AskedText of(String text) {
        return new AskedText(text, List.of());
    }

    /** All words, for instance to mark them. */
    public String all() {
        return beside.isEmpty() ? text : text + "\n" + String.join("\n", beside);
    }
}
