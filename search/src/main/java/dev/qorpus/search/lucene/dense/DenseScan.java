package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.BestScores;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * One vector compared with all others. One pass over vectors of bytes bounds the cosines of all entries. Those that may be
 * among the best, or whose score or rank is asked for, are compared exactly, from the floats of the index. So the best,
 * their scores and all ranks are those of an exact comparison. For one thread.
 */
final class DenseScan {

    private final SearcherContext context;
    private final List<SegmentScan> segments;

    private DenseScan(SearcherContext context, List<SegmentScan> segments) {
        this.context = context;
        this.segments = segments;
    }

    /**
     * Compares all vectors of a space.
     *
     * @param vector of length 1
     * @param filter what counts; {@code null} if all do
     */
    static DenseScan of(SearcherContext context, String space, float[] vector, @Nullable Weight filter)
            throws IOException {
        List<SegmentScan> segments = new ArrayList<>();
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            segments.add(new SegmentScan(leaf, context.cache().vectors(leaf, space),
                    new SegmentScan.Asked(space, vector), wanted(leaf, filter)));
        }
        return new DenseScan(context, segments);
    }

    private static @Nullable Bits wanted(LeafReaderContext leaf, @Nullable Weight filter) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        if (filter == null) {
            return live;
        }
        FixedBitSet wanted = SearcherContext.bits(filter, leaf);
        for (int doc = 0; live != null && doc < wanted.length(); doc++) {
            if (!live.get(doc)) {
                wanted.clear(doc);
            }
        }
        return wanted;
    }

    /**
     * The entries by a score.
     *
     * @param best those that score best, at least {@code depth} of them if there are as many
     * @param others bounds of the scores of the rest
     */
    record Ranked(List<VectorMatch> best, Others others) {}

    /** An entry that may be among the best, with its exact score. */
    private record Contender(int segment, int at, float score) {}

    /** The best entries, and the scores of the others. */
    Ranked nearest(int depth, VectorScore score) throws IOException {
        Others all = bounds(score);
        float least = all.threshold(depth);
        List<Contender> contenders = new ArrayList<>();
        BestScores scores = new BestScores(depth);
        for (int i = 0; i < segments.size(); i++) {
            float[] high = all.high().get(i);
            for (int at = 0; at < high.length; at++) {
                if (high[at] >= least) {
                    float exact = (float) segments.get(i).score(at, score);
                    scores.offer(exact);
                    contenders.add(new Contender(i, at, exact));
                }
            }
        }
        List<VectorMatch> best = new ArrayList<>();
        for (Contender contender : contenders) {
            if (contender.score() >= scores.threshold()) {
                best.add(match(segments.get(contender.segment()), contender.at()));
                all.leaveOut(contender.segment(), contender.at());
            }
        }
        return new Ranked(best, all);
    }

    private Others bounds(VectorScore score) {
        List<float[]> low = new ArrayList<>();
        List<float[]> high = new ArrayList<>();
        for (SegmentScan segment : segments) {
            low.add(new float[segment.size()]);
            high.add(new float[segment.size()]);
            segment.bounds(score, low.getLast(), high.getLast());
        }
        return new Others(segments, score, low, high);
    }

    /** The scores of entries, each between a lower and an upper bound; not numbers where one is left out. */
    record Others(List<SegmentScan> segments, VectorScore score, List<float[]> low, List<float[]> high) {

        /** The least that the last of the best may score. */
        float threshold(int depth) {
            BestScores best = new BestScores(depth);
            for (float[] some : low) {
                for (float one : some) {
                    if (!Float.isNaN(one)) {
                        best.offer(one);
                    }
                }
            }
            return best.threshold();
        }

        void leaveOut(int segment, int at) {
            low.get(segment)[at] = Float.NaN;
            high.get(segment)[at] = Float.NaN;
        }

        /** How many score higher: the bounds decide for most of them. */
        int above(double than) throws IOException {
            // Bounds are floats: what is as near as their rounding is compared exactly, too.
            float over = Math.nextUp((float) than);
            float under = Math.nextDown((float) than);
            int above = 0;
            for (int i = 0; i < segments.size(); i++) {
                above += above(over, low.get(i)) + above(than, over, under, i);
            }
            return above;
        }

        private static int above(float than, float[] bounds) {
            int above = 0;
            for (float bound : bounds) {
                above += bound > than ? 1 : 0;
            }
            return above;
        }

        /** How many of those score higher for which the bounds do not decide. */
        @SuppressWarnings("ShortCircuitBoolean")
        private int above(double than, float over, float under, int segment) throws IOException {
            float[] least = low.get(segment);
            float[] most = high.get(segment);
            int above = 0;
            for (int at = 0; at < least.length; at++) {
                // Without a second branch, which no processor could predict.
                if (most[at] > under & least[at] <= over) {
                    above += segments.get(segment).isAbove(at, score, than) ? 1 : 0;
                }
            }
            return above;
        }
    }

    /** The match of a document; {@code null} if it is not wanted. */
    @Nullable
    VectorMatch match(int parent) throws IOException {
        SegmentScan segment = segments
                .get(ReaderUtil.subIndex(parent, context.searcher().getIndexReader().leaves()));
        int at = segment.at(parent);
        return at < 0 ? null : match(segment, at);
    }

    private VectorMatch match(SegmentScan segment, int at) throws IOException {
        return segment.match(at, context.id(segment.parent(at)));
    }
}
