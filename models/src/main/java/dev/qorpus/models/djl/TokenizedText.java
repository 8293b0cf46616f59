package dev.qorpus.models.djl;

/**
 * A text as the ids of its tokens.
 *
 * @param ids the token ids
 * @param start the first token that is pooled; the tokens before it are a prefix that only the graph reads
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TokenizedText(long[] ids, int start) {}
