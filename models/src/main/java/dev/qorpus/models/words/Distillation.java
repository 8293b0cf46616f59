package dev.qorpus.models.words;

import dev.qorpus.models.vectors.PrincipalComponents;

/**
 * Makes a table of word vectors from the vectors that a sentence-transformer computes for single word pieces. The
 * vectors are centred and projected onto their first principal components.
 */
public final class Distillation {

    private Distillation() {}

    /**
     * Makes the table.
     *
     * @param vectors one row for each word piece, frequent pieces first
     * @param first the row of the most frequent word
     * @param dimension the number of components to keep
     */
    public static WordTable of(float[][] vectors, int first, int dimension) {
        PrincipalComponents components = PrincipalComponents.of(vectors, dimension);
        return WordTable.weighted(components.project(vectors), first);
    }
}
