package dev.qorpus.models.words;

import java.util.Arrays;

import dev.qorpus.models.vectors.PrincipalComponents;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * A table with one vector for each word. The vectors are weighted already.
 *
 * @param dimension the number of floats in a vector
 * @param values the vectors, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // A large table that is only read, never compared.
public record WordTable(int dimension, float[] values) {

    /**
     * Makes a table: centres the vectors, and gives frequent words a lower weight.
     *
     * @param vectors one row for each word, frequent words first; all rows have the same length
     * @param first the row of the most frequent word; the rows before it are letters and signs, and get the same weight
     */
    static WordTable weighted(float[][] vectors, int first) {
        int dimension = vectors[0].length;
        double[] mean = PrincipalComponents.mean(vectors);
        float[] values = new float[vectors.length * dimension];
        for (int row = 0; row < vectors.length; row++) {
            double weight = weight(Math.max(0, row - first), vectors.length);
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (weight * (vectors[row][i] - mean[i]));
            }
        }
        return new WordTable(dimension, values);
    }

    /** The weight of a word by its rank. The list is ordered by frequency, which follows Zipf's law. */
    static double weight(int rank, int words) {
        return Math.log(2.0 + rank) / Math.log(1.0 + words);
    }

    /** The number of words. */
    public int size() {
        return values.length / dimension;
    }

    /** A copy of the vector of a word. */
    public float[] row(int word) {
        return Arrays.copyOfRange(values, word * dimension, (word + 1) * dimension);
    }

    /** The sum of the vectors of words, scaled to length 1. It is zero if there are no words. */
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
