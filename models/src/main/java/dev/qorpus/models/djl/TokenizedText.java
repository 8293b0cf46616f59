package dev.qorpus.models.djl;

import java.util.Arrays;

import dev.qorpus.models.vectors.TokenSpans;

/**
 * A text, or two, as the ids of its tokens.
 *
 * @param ids the token ids
 * @param segments 0 for each token of the first text, and 1 for each of the second
 * @param start the first token that is pooled; the tokens before it are a prefix that only the graph reads
 * @param tokens the places in {@code ids} of the tokens whose vectors are wanted
 * @param spans where these tokens are in the text
 * @param unseen how many tokens at the end the others do not see
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TokenizedText(long[] ids, long[] segments, int start, int[] tokens, TokenSpans spans, int unseen) {

    /** A question with a passage. */
    static TokenizedText pair(long[] ids, long[] segments) {
        return new TokenizedText(ids, segments, 0, new int[0], TokenSpans.NONE, 0);
    }

    /** A text of which only the pooled vector is wanted. */
    static TokenizedText of(long[] ids, int start) {
        return new TokenizedText(ids, new long[ids.length], start, new int[0], TokenSpans.NONE, 0);
    }

    /** The same with a marker behind the first token. */
    TokenizedText marked(long marker) {
        long[] marked = new long[ids.length + 1];
        marked[0] = ids[0];
        marked[1] = marker;
        System.arraycopy(ids, 1, marked, 2, ids.length - 1);
        int[] moved = Arrays.stream(tokens).map(token -> token + 1).toArray();
        return new TokenizedText(marked, new long[marked.length], start, moved, spans, unseen);
    }

    /**
     * The same, filled up to some length. The vectors of the tokens that are added are wanted too; they are at no place.
     *
     * @param length in tokens; a longer text stays as it is
     * @param attended whether the other tokens see those that are added
     */
    TokenizedText filled(int length, long mask, boolean attended) {
        int more = length - ids.length;
        if (more <= 0) {
            return this;
        }
        long[] filled = Arrays.copyOf(ids, length);
        Arrays.fill(filled, ids.length, length, mask);
        int[] wanted = Arrays.copyOf(tokens, tokens.length + more);
        for (int i = 0; i < more; i++) {
            wanted[tokens.length + i] = ids.length + i;
        }
        TokenSpans places = new TokenSpans(Arrays.copyOf(spans.starts(), wanted.length),
                Arrays.copyOf(spans.ends(), wanted.length));
        return new TokenizedText(filled, new long[length], start, wanted, places, attended ? 0 : more);
    }

    /** The same, made as long as another one by tokens that nothing sees or gives. */
    TokenizedText padded(int length) {
        return new TokenizedText(Arrays.copyOf(ids, length), Arrays.copyOf(segments, length), start, tokens, spans,
                unseen + length - ids.length);
    }
}
