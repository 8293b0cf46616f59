package dev.qorpus.indexer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares every row of a matrix with all rows before it. The inner products are exact. They are computed in blocks that fit
 * into the CPU cache, by loops that the JVM compiles to vector instructions.
 */
final class SimilarRows {

    /** Earlier rows in a block, which is stored by columns: 256 times 384 floats are below half a megabyte. */
    private static final int BLOCK = 256;

    /** Rows that are compared with a block at a time. */
    private static final int STRIPE = 64;

    /** A row, the most similar earlier row, and their inner product. */
    record Pair(int row, int earlier, float similarity) {}

    /** Tells which pairs of rows may be similar. */
    @FunctionalInterface
    interface Pairing {
        boolean fits(int row, int earlier);
    }

    private SimilarRows() {}

    /** For each row, finds the most similar earlier row that fits. Pairs below the threshold are left out. */
    static List<Pair> of(float[][] rows, float threshold, Pairing pairing) {
        List<float[][]> blocks = new ArrayList<>();
        for (int from = 0; from < rows.length; from += BLOCK) {
            blocks.add(columns(rows, from, Math.min(from + BLOCK, rows.length)));
        }
        int stripes = (rows.length + STRIPE - 1) / STRIPE;
        return IntStream.range(0, stripes).parallel().boxed().flatMap(stripe -> {
            int from = stripe * STRIPE;
            Best[] best = new Best[Math.min(STRIPE, rows.length - from)];
            Arrays.setAll(best, i -> new Best(from + i, threshold, pairing));
            for (int block = 0; block * BLOCK < from + best.length; block++) {
                for (int i = 0; i < best.length; i++) {
                    best[i].offer(block * BLOCK, products(rows[from + i], blocks.get(block)));
                }
            }
            return Arrays.stream(best).filter(found -> found.earlier >= 0).map(Best::pair);
        }).toList();
    }

    /** The best pair of a row so far. */
    private static final class Best {
        private final int row;
        private final Pairing pairing;
        private float least;
        private int earlier = -1;

        Best(int row, float threshold, Pairing pairing) {
            this.row = row;
            this.pairing = pairing;
            // The threshold itself is similar enough.
            this.least = Math.nextDown(threshold);
        }

        void offer(int first, float[] products) {
            for (int i = 0; i < products.length && first + i < row; i++) {
                if (products[i] > least && pairing.fits(row, first + i)) {
                    least = products[i];
                    earlier = first + i;
                }
            }
        }

        Pair pair() {
            return new Pair(row, earlier, least);
        }
    }

    private static float[][] columns(float[][] rows, int from, int to) {
        float[][] columns = new float[rows[from].length][to - from];
        for (int row = from; row < to; row++) {
            for (int i = 0; i < columns.length; i++) {
                columns[i][row - from] = rows[row][i];
            }
        }
        return columns;
    }

    private static float[] products(float[] row, float[][] columns) {
        float[] products = new float[columns.length == 0 ? 0 : columns[0].length];
        for (int i = 0; i < row.length; i++) {
            float factor = row[i];
            float[] column = columns[i];
            for (int other = 0; other < products.length; other++) {
                products[other] += factor * column[other];
            }
        }
        return products;
    }
}
