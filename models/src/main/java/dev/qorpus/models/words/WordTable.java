package dev.qorpus.models.words;

import dev.qorpus.models.UnitVectors;

/**
 * One vector for each word, weighted already, one after the other.
 *
 * @param dimension floats of a vector
 * @param values as many rows as words
 */
@SuppressWarnings("ArrayRecordComponent") // A large table that is only read, never compared.
public record WordTable(int dimension, float[] values) {

    /**
     * The table of vectors as they are given, centred, and weighted down the more frequent a word is.
     *
     * @param vectors one row for each word, all of one length, frequent words first
     * @param first the row of the most frequent word; what stands before it are letters and signs, as frequent
     */
    static WordTable weighted(float[][] vectors, int first) {
        int dimension = vectors[0].length;
        double[] mean = mean(vectors);
        float[] values = new float[vectors.length * dimension];
        for (int row = 0; row < vectors.length; row++) {
            double weight = weight(Math.max(0, row - first), vectors.length);
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (weight * (vectors[row][i] - mean[i]));
            }
        }
        return new WordTable(dimension, values);
    }

    /** What a word counts by its rank: lists are in the order of frequency, which follows Zipf's law. */
    static double weight(int rank, int words) {
        return Math.log(2.0 + rank) / Math.log(1.0 + words);
    }

    /** The mean of rows of one length. */
    static double[] mean(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) rows.length;
            }
        }
        return mean;
    }

    /** How many words there are. */
    public int size() {
        return values.length / dimension;
    }

    /** The direction of the sum of these words' vectors; all zeros if there is none. */
    float[] sum(int[] words) {
        double[] sum = new double[dimension];
        for (int word : words) {
            int start = word * dimension;
            for (int i = 0; i < dimension; i++) {
                sum[i] += values[start + i];
            }
        }
        return UnitVectors.of(sum);
    }
}
