package dev.qorpus.models.words;

/**
 * Makes a table of word vectors from those that a sentence-transformer gives to each word piece alone: centred,
 * turned to their principal components, of which the first are kept.
 */
public final class Distillation {

    private Distillation() {}

    /**
     * The table.
     *
     * @param vectors one row for each piece, frequent pieces first
     * @param first the row of the most frequent word
     * @param dimension components to keep
     */
    public static WordTable of(float[][] vectors, int first, int dimension) {
        PrincipalAxes axes = PrincipalAxes.of(vectors, dimension);
        return WordTable.weighted(axes.project(vectors), first);
    }
}
