package dev.qorpus.models.directory;

import java.util.List;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.djl.DjlModels;

import static dev.qorpus.models.directory.ModelFolder.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The vectors of small models as they are computed from their tables, without a graph or a tokenizer. */
final class ExpectedVectors {

    static final int RED = 3;
    static final int GREEN = 4;
    static final int BLUE = 5;
    static final int LIGHT = 6;

    private ExpectedVectors() {}

    static Embedder open(ModelFolder model) {
        return DjlModels.open(ModelDirectory.read(model.path().toString()), 1);
    }

    static void assertPassage(ModelFolder model, String text, double[] expected) {
        try (Embedder embedder = open(model)) {
            assertVector(embedder.embedPassages(List.of(text))[0], expected);
        }
    }

    static void assertVector(float[] vector, double[] expected) {
        double squares = 0;
        for (double value : expected) {
            squares += value * value;
        }
        assertThat(vector).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(vector[i]).as("component %d", i).isCloseTo((float) (expected[i] / Math.sqrt(squares)),
                    within(1e-6f));
        }
    }

    static double[] sum(float[]... rows) {
        double[] sum = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        return sum;
    }

    static double[] mean(int... tokens) {
        return mean(TABLE, tokens);
    }

    static double[] mean(float[][] table, int... tokens) {
        double[] mean = new double[4];
        for (int token : tokens) {
            for (int i = 0; i < 4; i++) {
                mean[i] += table[token][i] / (double) tokens.length;
            }
        }
        return mean;
    }

    static double[] largest(int... tokens) {
        double[] largest = {-99, -99, -99, -99};
        for (int token : tokens) {
            for (int i = 0; i < 4; i++) {
                largest[i] = Math.max(largest[i], TABLE[token][i]);
            }
        }
        return largest;
    }

    static float[][] reversed() {
        float[][] reversed = new float[TABLE.length][];
        for (int row = 0; row < reversed.length; row++) {
            reversed[row] = TABLE[reversed.length - 1 - row];
        }
        return reversed;
    }
}
