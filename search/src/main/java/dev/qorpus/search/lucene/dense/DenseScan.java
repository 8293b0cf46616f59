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

import dev.qorpus.search.backend.lookup.NearestEntries;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.BestScores;
import dev.qorpus.search.lucene.segment.SearcherContext;
import dev.qorpus.search.lucene.segment.SegmentVectors;

/** The cosines of one vector with all others, computed in one pass. Later lookups do not read the index. */
final class DenseScan {

    private final SearcherContext context;
    private final List<Leaf> leaves;

    private DenseScan(SearcherContext context, List<Leaf> leaves) {
        this.context = context;
        this.leaves = leaves;
    }

    /**
     * Compares all vectors of a space.
     *
     * @param filter what counts; {@code null} if all do
     */
    static DenseScan of(SearcherContext context, String space, float[] vector, @Nullable Weight filter)
            throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        for (LeafReaderContext leaf : context.searcher().getIndexReader().leaves()) {
            SegmentVectors vectors = context.cache().vectors(leaf, space);
            leaves.add(new Leaf(leaf.docBase, vectors, vectors.questions().dots(vector),
                    vectors.passages().dots(vector), wanted(leaf, filter)));
        }
        return new DenseScan(context, leaves);
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

    /** One segment; {@code wanted} is {@code null} if all documents are. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Leaf(int base, SegmentVectors vectors, float[] questions, float[] passages, @Nullable Bits wanted) {

        boolean has(int at) {
            return at >= 0 && (wanted == null || wanted.get(vectors.parents()[at]));
        }

        /** The nearest passage of an entry; a negative number if it has none. */
        int nearest(int at) {
            int nearest = -1;
            for (int i = vectors.starts()[at]; i < vectors.starts()[at + 1]; i++) {
                if (nearest < 0 || passages[i] > passages[nearest]) {
                    nearest = i;
                }
            }
            return nearest;
        }

        /** The scores of entries by their place; not a number where one is not wanted. */
        float[] scores(VectorScore score) {
            float[] scores = new float[questions.length];
            for (int at = 0; at < scores.length; at++) {
                int nearest = nearest(at);
                scores[at] = has(at)
                        ? (float) score.of(questions[at], nearest < 0 ? questions[at] : passages[nearest])
                        : Float.NaN;
            }
            return scores;
        }
    }

    /** The best entries, and the scores of the others. */
    NearestEntries nearest(int depth, VectorScore score) throws IOException {
        List<float[]> scores = leaves.stream().map(leaf -> leaf.scores(score)).toList();
        float least = least(scores, depth);
        List<VectorMatch> best = new ArrayList<>();
        int size = 0;
        for (float[] some : scores) {
            for (float one : some) {
                size += one < least ? 1 : 0;
            }
        }
        float[] others = new float[size];
        int to = 0;
        for (int i = 0; i < leaves.size(); i++) {
            float[] some = scores.get(i);
            for (int at = 0; at < some.length; at++) {
                if (some[at] >= least) {
                    best.add(match(leaves.get(i), at));
                } else if (some[at] < least) {
                    others[to++] = some[at];
                }
            }
        }
        return new NearestEntries(best, others);
    }

    /** The score of the last of the best. */
    private static float least(List<float[]> scores, int depth) {
        BestScores best = new BestScores(depth);
        for (float[] some : scores) {
            for (float one : some) {
                if (!Float.isNaN(one)) {
                    best.offer(one);
                }
            }
        }
        return best.threshold();
    }

    /** The match of a document; {@code null} if it is not wanted. */
    @Nullable
    VectorMatch match(int parent) throws IOException {
        Leaf leaf = leaves.get(ReaderUtil.subIndex(parent, context.searcher().getIndexReader().leaves()));
        int at = leaf.vectors().at(parent - leaf.base());
        return leaf.has(at) ? match(leaf, at) : null;
    }

    private VectorMatch match(Leaf leaf, int at) throws IOException {
        int nearest = leaf.nearest(at);
        float question = cosine(leaf.questions()[at]);
        // Passages are numbered in their order.
        return new VectorMatch(context.id(leaf.base() + leaf.vectors().parents()[at]), question,
                nearest < 0 ? question : cosine(leaf.passages()[nearest]),
                nearest < 0 ? VectorMatch.NO_PASSAGE : nearest - leaf.vectors().starts()[at]);
    }

    private static float cosine(float dot) {
        return Math.clamp(dot, -1f, 1f);
    }
}
