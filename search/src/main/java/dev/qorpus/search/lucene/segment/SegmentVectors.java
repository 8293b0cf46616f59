package dev.qorpus.search.lucene.segment;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReader;

import dev.qorpus.indexer.lucene.LuceneSchema;

/**
 * The vectors of one space of a segment's entries, in memory.
 *
 * @param parents the documents of the entries, in order; each has a question's vector, in the same order
 * @param starts where the passages of each entry begin among all passages, and at the end how many there are
 * @param questions of the entries
 * @param passages those of one entry side by side
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SegmentVectors(int[] parents, int[] starts, ColumnarVectors questions, ColumnarVectors passages) {

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
        return new SegmentVectors(parents, starts, questions, passages);
    }

    /** The place of an entry by its document; below 0 if it is not there. */
    public int at(int parent) {
        return Arrays.binarySearch(parents, parent);
    }
}
