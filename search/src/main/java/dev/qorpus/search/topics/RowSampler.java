package dev.qorpus.search.topics;

import java.util.stream.IntStream;

/** A part of the rows, the same every time. */
final class RowSampler {

    private RowSampler() {}

    /** The first of every so many rows. */
    static float[][] every(int step, float[][] rows) {
        return IntStream.range(0, Math.ceilDiv(rows.length, step)).mapToObj(i -> rows[i * step])
                .toArray(float[][]::new);
    }
}
