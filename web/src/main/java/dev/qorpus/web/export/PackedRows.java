package dev.qorpus.web.export;

/**
 * Rows of numbers as text: each number has one of 93 levels, which is one printable character. A script can hold such a text
 * as it is, and read a single number from it. {@code packed-numbers.js} is the other half.
 *
 * @param values one character for each number, row after row; levels are closer near zero
 * @param scales two characters for each row: its largest number, as a part of that of all
 * @param scale the largest absolute value of all
 */
record PackedRows(String values, String scales, double scale) {

    private static final int LEVELS = 93;
    private static final char FIRST = ' ';
    /** A quotation mark and a backslash would need an escape. */
    private static final char FIRST_ESCAPE = '"';
    private static final char SECOND_ESCAPE = '\\';
    /**
     * A level is the root of a number with this exponent. The error of cosines between exact and packed vectors of the seed's
     * questions is 2.4e-4 with 1, 1.6e-4 with 1.5, and 1.7e-4 with 2.
     */
    private static final double POWER = 1.5;

    /** Packs rows of one length. */
    static PackedRows of(float[][] rows) {
        float most = Float.MIN_NORMAL;
        for (float[] row : rows) {
            most = Math.max(most, largest(row));
        }
        StringBuilder values = new StringBuilder();
        StringBuilder scales = new StringBuilder();
        int parts = LEVELS * LEVELS;
        for (float[] row : rows) {
            int part = Math.clamp((int) Math.ceil(parts * (double) largest(row) / most) - 1, 0, parts - 1);
            scales.append(digit(part / LEVELS)).append(digit(part % LEVELS));
            double unit = (double) most * (part + 1) / parts;
            for (float value : row) {
                double root = Math.copySign(Math.pow(Math.abs(value) / unit, 1 / POWER), value);
                values.append(digit(Math.clamp(Math.round((root + 1) / 2 * (LEVELS - 1)), 0, LEVELS - 1)));
            }
        }
        return new PackedRows(values.toString(), scales.toString(), most);
    }

    private static float largest(float[] row) {
        float most = 0;
        for (float value : row) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static char digit(int level) {
        int sign = FIRST + level;
        sign += sign >= FIRST_ESCAPE ? 1 : 0;
        return (char) (sign >= SECOND_ESCAPE ? sign + 1 : sign);
    }
}
