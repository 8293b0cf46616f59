package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * All vectors of one field of one segment in memory, a signed short a dimension, compared with another at once. They lie
 * in columns: a block holds the first dimension of its vectors, then the second, and so on. The innermost loop then
 * goes over vectors, and the JVM's compiler makes vector instructions of it, which it does not of a sum along a row.
 * Measured for 20,000 vectors of 384 dimensions: 0.3 ms, against 3.5 ms row by row, and 1.8 ms for floats in columns,
 * which have to come from further away.
 *
 * <p>Each vector has a scale of its own, its largest component over 32,767: dot products of a sentence model's vectors
 * are good to five places.
 */
public final class ColumnarVectors {

    /** Vectors of a block, but for the last one: their sums stay in the nearest cache. */
    private static final int BLOCK = 512;
    /** The last block is so many times some vectors long: an index that is often changed has many small segments. */
    private static final int STEP = 16;
    /** Dimensions added in one pass over the sums. */
    private static final int AT_ONCE = 4;

    private final int[] docs;
    private final float[] scales;
    /** Of each block the columns, one after another. */
    private final short[][] blocks;

    private ColumnarVectors(int[] docs, float[] scales, short[][] blocks) {
        this.docs = docs;
        this.scales = scales;
        this.blocks = blocks;
    }

    /** Reads all vectors of a field; there are none if a segment lacks the field. */
    static ColumnarVectors of(@Nullable FloatVectorValues values) throws IOException {
        if (values == null) {
            return new ColumnarVectors(new int[0], new float[0], new short[0][]);
        }
        int[] docs = new int[values.size()];
        float[] scales = new float[values.size()];
        List<short[]> blocks = new ArrayList<>();
        KnnVectorValues.DocIndexIterator iterator = values.iterator();
        int columns = roundUp(values.dimension(), AT_ONCE);
        int at = 0;
        for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
            if (at % BLOCK == 0) {
                blocks.add(new short[columns * roundUp(Math.min(BLOCK, docs.length - at), STEP)]);
            }
            docs[at] = doc;
            short[] block = blocks.getLast();
            scales[at] = write(values.vectorValue(iterator.index()), block, block.length / columns, at % BLOCK);
            at++;
        }
        return new ColumnarVectors(docs, scales, blocks.toArray(short[][]::new));
    }

    private static int roundUp(int number, int step) {
        return (number + step - 1) / step * step;
    }

    private static float write(float[] vector, short[] block, int rows, int row) {
        float most = 0;
        for (float component : vector) {
            most = Math.max(most, Math.abs(component));
        }
        for (int d = 0; most > 0 && d < vector.length; d++) {
            block[d * rows + row] = (short) Math.round(vector[d] / most * Short.MAX_VALUE);
        }
        return most / Short.MAX_VALUE;
    }

    /** The documents of the vectors in the segment, in order. */
    int[] docs() {
        return docs;
    }

    /** The dot products of all vectors with another of as many dimensions, in the order of documents. */
    public float[] dots(float[] vector) {
        float[] other = Arrays.copyOf(vector, roundUp(vector.length, AT_ONCE));
        float[] dots = new float[docs.length];
        // Memory is what this waits for: two cores fetch more of it than one.
        IntStream.range(0, blocks.length).parallel().forEach(b -> {
            float[] sums = sums(blocks[b], other);
            int from = b * BLOCK;
            for (int at = from; at < Math.min(from + BLOCK, dots.length); at++) {
                dots[at] = sums[at - from] * scales[at];
            }
        });
        return dots;
    }

    private static float[] sums(short[] block, float[] vector) {
        int rows = block.length / vector.length;
        float[] sums = new float[rows];
        for (int d = 0; d < vector.length; d += AT_ONCE) {
            float a = vector[d];
            float b = vector[d + 1];
            float c = vector[d + 2];
            float e = vector[d + 3];
            int at = d * rows;
            for (int i = 0; i < rows; i++) {
                sums[i] += a * block[at + i] + b * block[at + rows + i] + c * block[at + 2 * rows + i]
                        + e * block[at + 3 * rows + i];
            }
        }
        return sums;
    }
}
