package dev.qorpus.indexer.corpus.entry;

/**
 * An answer in the author's words.
 *
 * @param markdown its Markdown source, without HTML comments and without the label before it
 * @param text the same as plain text; empty when the question has no answer
 */
public record Answer(String markdown, String text) {

    /** The answer of a question that has none. */
    public static final Answer NONE = new Answer("", "");

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
