package dev.qorpus.models;

/** Arithmetic on vectors of length 1, and on what becomes one. */
public final class UnitVectors {

    private UnitVectors() {}

    /** A sum brought to length 1; one without a direction stays 0. */
    public static float[] of(double[] sum) {
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] unit = new float[sum.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (sum[i] / length);
        }
        return unit;
    }

    /** Brought to length 1; what has no direction, but for rounding, becomes 0. */
    public static float[] normalised(float[] row) {
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

    /** The same for each row. */
    public static float[][] normalised(float[][] rows) {
        float[][] unit = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            unit[i] = normalised(rows[i]);
        }
        return unit;
    }

    /** The inner product: the cosine of two vectors of length 1. */
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds a row to a sum. */
    public static void add(float[] sum, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }
}
