package dev.qorpus.search.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest rows of a table for each row of another, or of the same, by cosine, exactly, nearest first.
 *
 * @param indexes by row, which rows of the table
 * @param cosines by row, how near they are
 */
@SuppressWarnings("ArrayRecordComponent") // Tables of numbers, never compared.
record NearestRows(int[][] indexes, float[][] cosines) {

    /** Rows and columns whose cosines are computed together, which keeps them in the processor's cache. */
    private static final int ROWS = 16;
    private static final int COLUMNS = 1024;

    /**
     * The others that are nearest to each row, never itself.
     *
     * @param rows of length 1 or 0
     * @param k how many at most
     */
    static NearestRows among(float[][] rows, int k) {
        return find(rows, rows, Math.min(k, rows.length - 1), true);
    }

    /**
     * The rows of a table that are nearest to each row.
     *
     * @param rows of length 1 or 0, as those of the table
     * @param k how many at most
     */
    static NearestRows in(float[][] table, float[][] rows, int k) {
        return find(table, rows, Math.min(k, table.length), false);
    }

    private static NearestRows find(float[][] table, float[][] rows, int k, boolean same) {
        NearestRows found = new NearestRows(new int[rows.length][k], new float[rows.length][k]);
        float[][] columns = transposed(table);
        IntStream.range(0, Math.ceilDiv(rows.length, ROWS)).parallel().forEach(block -> {
            int from = block * ROWS;
            int to = Math.min(rows.length, from + ROWS);
            for (int column = 0; column < table.length; column += COLUMNS) {
                float[][] cosines = products(rows, from, to, columns, column);
                for (int i = from; i < to; i++) {
                    found.keep(i, cosines[i - from], column, same);
                }
            }
        });
        return found;
    }

    private static float[][] transposed(float[][] rows) {
        float[][] columns = new float[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < columns.length; d++) {
                columns[d][i] = rows[i][d];
            }
        }
        return columns;
    }

    private static float[][] products(float[][] rows, int from, int to, float[][] columns, int first) {
        int width = Math.min(COLUMNS, columns[0].length - first);
        float[][] products = new float[to - from][width];
        for (int d = 0; d < columns.length; d++) {
            for (int i = from; i < to; i++) {
                addTimes(products[i - from], rows[i][d], columns[d], first);
            }
        }
        return products;
    }

    /** In a method of its own, since the compiler makes vector instructions of so plain a loop. */
    private static void addTimes(float[] sums, float factor, float[] values, int first) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[first + j];
        }
    }

    /** Insertion into the short list of the best; of equally near ones the first rows stay. */
    private void keep(int row, float[] cosine, int first, boolean same) {
        int[] index = indexes[row];
        float[] near = cosines[row];
        if (first == 0) {
            Arrays.fill(near, Float.NEGATIVE_INFINITY);
        }
        int last = near.length - 1;
        for (int j = 0; last >= 0 && j < cosine.length; j++) {
            if (cosine[j] > near[last] && !(same && first + j == row)) {
                int at = last;
                while (at > 0 && near[at - 1] < cosine[j]) {
                    index[at] = index[at - 1];
                    near[at] = near[at - 1];
                    at--;
                }
                index[at] = first + j;
                near[at] = cosine[j];
            }
        }
    }
}
