package dev.qorpus.models.djl;

import dev.qorpus.models.vectors.TokenSpans;

/**
 * A text as the ids of its tokens.
 *
 * @param ids the token ids
 * @param start the first token that is pooled; the tokens before it are a prefix that only the graph reads
 * @param tokens the places in {@code ids} of the tokens whose vectors are wanted
 * @param spans where these tokens are in the text
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TokenizedText(long[] ids, int start, int[] tokens, TokenSpans spans) {

    /** A text of which only the pooled vector is wanted. */
    static TokenizedText of(long[] ids, int start) {
        return new TokenizedText(ids, start, new int[0], TokenSpans.NONE);
    }
}
