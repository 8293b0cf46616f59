package dev.qorpus.models;

import dev.qorpus.models.vectors.TokenRows;

/**
 * What one run of a model gives for a text.
 *
 * @param vector of the whole text, of length 1
 * @param tokens the vectors of its tokens; none if the model has none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Embedding(float[] vector, TokenRows tokens) {

    /** A vector without those of tokens. */
    public static Embedding of(float[] vector) {
        return new Embedding(vector, TokenRows.NONE);
    }
}
