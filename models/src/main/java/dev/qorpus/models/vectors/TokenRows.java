package dev.qorpus.models.vectors;

/**
 * The vectors of a text's tokens.
 *
 * @param spans where the tokens are
 * @param rows one vector for each token, projected by {@link TokenAxes} and of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TokenRows(TokenSpans spans, float[][] rows) {

    /** Of a text without tokens, or of a model that gives no token vectors. */
    public static final TokenRows NONE = new TokenRows(TokenSpans.NONE, new float[0][]);
}
