package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.index.LeafReader;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.models.task.SharedWork;
import dev.qorpus.search.task.CancelledException;

/**
 * The vectors of one space of a segment's entries, in memory.
 *
 * @param parents the documents of the entries, in order; each has a question's vector, in the same order
 * @param starts where the passages of each entry begin among all passages, and at the end how many there are
 * @param questions of the entries
 * @param passages those of one entry side by side
 * @param comparison of other vectors with all of these, in one pass for those that come at the same time
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SegmentVectors(int[] parents, int[] starts, ColumnarVectors questions, ColumnarVectors passages,
        SharedWork<float[], Dots> comparison) {

    /** The most vectors in one pass: with more, their sums leave the nearest cache. */
    private static final int TOGETHER = 8;

    /**
     * The approximate dot products of one vector with all others.
     *
     * @param questions in the order of the entries
     * @param passages in their order
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Dots(float[] questions, float[] passages) {}

    /** @param blocks for each document the parent of its block */
    static SegmentVectors read(LeafReader reader, String space, int[] blocks) throws IOException {
        ColumnarVectors questions = ColumnarVectors
                .of(reader.getFloatVectorValues(LuceneSchema.questionVectors(space)));
        ColumnarVectors passages = ColumnarVectors.of(reader.getFloatVectorValues(LuceneSchema.passageVectors(space)));
        int[] parents = questions.docs();
        int[] starts = new int[parents.length + 1];
        int at = 0;
        for (int i = 0; i < parents.length; i++) {
            starts[i] = at;
            while (at < passages.docs().length && blocks[passages.docs()[at]] == parents[i]) {
                at++;
            }
        }
        starts[parents.length] = at;
        // Passes wait for memory: more of them than half the cores would slow each other down.
        int passes = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new SegmentVectors(parents, starts, questions, passages,
                new SharedWork<>(vectors -> dots(questions, passages, vectors), passes, TOGETHER));
    }

    private static List<Dots> dots(ColumnarVectors questions, ColumnarVectors passages, List<float[]> vectors) {
        List<float[]> ofQuestions = questions.dots(vectors);
        List<float[]> ofPassages = passages.dots(vectors);
        return IntStream.range(0, vectors.size()).mapToObj(i -> new Dots(ofQuestions.get(i), ofPassages.get(i)))
                .toList();
    }

    /**
     * Compares a vector of length 1 with all of these.
     *
     * @throws CancelledException if the thread is interrupted while it waits for others
     */
    public Dots dots(float[] vector) {
        try {
            return comparison.of(vector);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** The place of an entry by its document; below 0 if it is not there. */
    public int at(int parent) {
        return Arrays.binarySearch(parents, parent);
    }
}
