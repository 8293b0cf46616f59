package dev.qorpus.indexer.corpus.entry;

/**
 * The answer of a question.
 *
 * @param markdown the Markdown source, without HTML comments and without its label
 * @param text the answer as plain text; empty if the question has no answer
 */
public record Answer(String markdown, String text) {

    /** No answer. */
    public static final Answer NONE = new Answer("", "");

    /** Whether there is no answer. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
