package dev.qorpus.models;

import java.util.List;

/**
 * A table of word vectors as plain data, for a program elsewhere that computes the same vectors. The vector of a text is
 * the sum of the rows of its word pieces, scaled to length 1. Pieces are found as BERT's tokenizer in small letters finds
 * them; text without a piece is left out.
 *
 * @param pieces the word pieces; those that go on within a word begin with {@code ##}
 * @param rows the vector of each piece
 */
@SuppressWarnings("ArrayRecordComponent") // A large table that is only read, never compared.
public record PieceTable(List<String> pieces, float[][] rows) {

    /** The count of numbers of a vector. */
    public int dimension() {
        return rows[0].length;
    }
}
