package dev.qorpus.search.topics;

/** Arithmetic on rows of numbers. */
final class UnitVectors {

    private UnitVectors() {}

    /** Brought to length 1; what has no direction stays 0. */
    static float[] normalised(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += (double) value * value;
        }
        float[] unit = new float[row.length];
        for (int i = 0; squares > 1e-12 && i < row.length; i++) {
            unit[i] = (float) (row[i] / Math.sqrt(squares));
        }
        return unit;
    }

    static float[][] normalised(float[][] rows) {
        float[][] unit = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            unit[i] = normalised(rows[i]);
        }
        return unit;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds a row to a sum. */
    static void add(float[] sum, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }
}
