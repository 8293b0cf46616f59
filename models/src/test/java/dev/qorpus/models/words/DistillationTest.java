package dev.qorpus.models.words;

import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.qorpus.models.vectors.PrincipalComponents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DistillationTest {

    /** Points of a plane in space, far from the origin. */
    private static float[][] plane(int points) {
        Random random = new Random(1);
        float[][] rows = new float[points][];
        for (int i = 0; i < points; i++) {
            float a = (float) random.nextGaussian() * 3;
            float b = (float) random.nextGaussian();
            rows[i] = new float[]{10 + a + b, 20 - a + b, 5 + a, -7 + b};
        }
        return rows;
    }

    private static double cosine(double[] a, double[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }

    private static double[] row(float[] values, int dimension, int row) {
        double[] vector = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = values[row * dimension + i];
        }
        return vector;
    }

    @Test
    void twoComponentsKeepTheAnglesOfAPlane() {
        float[][] rows = plane(60);
        WordTable table = Distillation.of(rows, 0, 2);
        double[] mean = PrincipalComponents.mean(rows);

        assertThat(table.size()).isEqualTo(60);
        for (int i = 1; i < rows.length; i++) {
            double[] one = new double[4];
            double[] other = new double[4];
            for (int c = 0; c < 4; c++) {
                one[c] = rows[i - 1][c] - mean[c];
                other[c] = rows[i][c] - mean[c];
            }
            assertThat(cosine(row(table.values(), 2, i - 1), row(table.values(), 2, i)))
                    .isCloseTo(cosine(one, other), within(1e-4));
        }
    }

    @Test
    void theFirstComponentVariesMost() {
        WordTable table = Distillation.of(plane(400), 400, 2);
        double first = 0;
        double second = 0;
        for (int i = 0; i < table.size(); i++) {
            first += Math.pow(row(table.values(), 2, i)[0], 2);
            second += Math.pow(row(table.values(), 2, i)[1], 2);
        }

        assertThat(first).isGreaterThan(4 * second);
    }
}
