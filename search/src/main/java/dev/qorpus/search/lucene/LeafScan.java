package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.backend.VectorScore;

/** The scores of all entries of one segment, from quantised vectors: good to about three places. */
final class LeafScan {

    /** Below every cosine. */
    private static final float NONE = -2;

    private final LeafReaderContext leaf;
    private final int[] blocks;
    private final float[] scores;
    private final float[] passage;

    /** @param passes the parents that pass a filter; {@code null} if all do */
    LeafScan(LeafReaderContext leaf, int[] blocks, Cosines cosines, @Nullable FixedBitSet passes, VectorScore score)
            throws IOException {
        this.leaf = leaf;
        this.blocks = blocks;
        this.scores = new float[blocks.length];
        this.passage = new float[blocks.length];
        Arrays.fill(scores, NONE);
        Arrays.fill(passage, NONE);
        cosines.questions((doc, cosine) -> scores[doc] = cosine);
        cosines.passages(this::nearest);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < scores.length; doc++) {
            if (scores[doc] > NONE) {
                boolean wanted = (live == null || live.get(doc)) && (passes == null || passes.get(doc));
                scores[doc] = wanted
                        ? (float) score.of(scores[doc], passage[doc] > NONE ? passage[doc] : scores[doc])
                        : NONE;
            }
        }
    }

    private void nearest(int doc, float cosine) {
        int parent = blocks[doc];
        if (parent != Places.NO_BLOCK && cosine > passage[parent]) {
            passage[parent] = cosine;
        }
    }

    /** Puts the best into a heap of scores with their documents, the worst of which leaves when it is full. */
    void into(LongHeap best, int most) {
        for (int doc = 0; doc < scores.length; doc++) {
            if (scores[doc] > NONE) {
                long packed = (long) NumericUtils.floatToSortableInt(scores[doc]) << Integer.SIZE
                        | (leaf.docBase + doc);
                if (best.size() < most) {
                    best.push(packed);
                } else if (packed > best.top()) {
                    best.updateTop(packed);
                }
            }
        }
    }

    /** Copies the scores of all entries but those given to an array, from a place on; yields the next place. */
    int others(FixedBitSet without, float[] others, int from) {
        int to = from;
        for (int doc = 0; doc < scores.length; doc++) {
            if (scores[doc] > NONE && !without.get(leaf.docBase + doc)) {
                others[to++] = scores[doc];
            }
        }
        return to;
    }

    /** How many entries have a score. */
    int size() {
        int size = 0;
        for (float score : scores) {
            size += score > NONE ? 1 : 0;
        }
        return size;
    }
}
