package dev.qorpus.indexer.schema;

/**
 * A piece of an answer, short enough for a model and for an eye.
 *
 * @param start offset of its first character in the answer's plain text, in UTF-16 code units
 * @param end offset behind its last character
 */
public record Passage(int start, int end) {

    /** The passage's own words. */
    public String of(String answer) {
        return answer.substring(start, end);
    }
}
