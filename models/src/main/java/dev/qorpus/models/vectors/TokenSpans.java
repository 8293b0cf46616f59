package dev.qorpus.models.vectors;

/**
 * Where the tokens of a text are that have a letter or a digit. Other tokens, such as those of punctuation, are left out.
 *
 * @param starts the first UTF-16 code unit of each token, in order
 * @param ends the code unit after each token
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TokenSpans(int[] starts, int[] ends) {

    /** No token. */
    public static final TokenSpans NONE = new TokenSpans(new int[0], new int[0]);

    /** The number of tokens. */
    public int size() {
        return starts.length;
    }

    /** Whether a token shares a code unit with the text from {@code start} to {@code end}. */
    public boolean overlaps(int token, int start, int end) {
        return starts[token] < end && ends[token] > start;
    }
}
