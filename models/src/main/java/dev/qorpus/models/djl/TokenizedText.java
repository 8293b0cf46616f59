package dev.qorpus.models.djl;

import dev.qorpus.models.vectors.TokenSpans;

/**
 * A text, or two, as the ids of its tokens.
 *
 * @param ids the token ids
 * @param segments 0 for each token of the first text, and 1 for each of the second
 * @param start the first token that is pooled; the tokens before it are a prefix that only the graph reads
 * @param tokens the places in {@code ids} of the tokens whose vectors are wanted
 * @param spans where these tokens are in the text
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TokenizedText(long[] ids, long[] segments, int start, int[] tokens, TokenSpans spans) {

    /** A question with a passage. */
    static TokenizedText pair(long[] ids, long[] segments) {
        return new TokenizedText(ids, segments, 0, new int[0], TokenSpans.NONE);
    }

    /** A text of which only the pooled vector is wanted. */
    static TokenizedText of(long[] ids, int start) {
        return new TokenizedText(ids, new long[ids.length], start, new int[0], TokenSpans.NONE);
    }
}
