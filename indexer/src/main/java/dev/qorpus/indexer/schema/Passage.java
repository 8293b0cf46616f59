package dev.qorpus.indexer.schema;

/**
 * A piece of an answer that is short enough for the model and for a reader.
 *
 * @param start the offset of its first character in the plain text of the answer, in UTF-16 code units
 * @param end the offset behind its last character
 */
public record Passage(int start, int end) {

    /** The text of the passage. */
    public String of(String answer) {
        return answer.substring(start, end);
    }
}
