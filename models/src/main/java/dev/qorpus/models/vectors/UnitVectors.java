package dev.qorpus.models.vectors;

/** Arithmetic on vectors of length 1. */
public final class UnitVectors {

    private UnitVectors() {}

    /** Scales a sum of vectors to length 1. The zero vector stays zero. */
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

    /** Scales a vector to length 1. A vector that is zero except for rounding becomes zero. */
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

    /** Scales each row to length 1. */
    public static float[][] normalised(float[][] rows) {
        float[][] unit = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            unit[i] = normalised(rows[i]);
        }
        return unit;
    }

    /**
     * The inner product, which is the cosine of two vectors of length 1. It is the same number in every process, as none of
     * its steps is left to a compiler.
     */
    public static double dot(float[] a, float[] b) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        // Four sums, since each addition waits for the one before.
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + (third + fourth);
    }

    /** Adds a vector to a sum in place. */
    public static void add(float[] sum, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }
}
