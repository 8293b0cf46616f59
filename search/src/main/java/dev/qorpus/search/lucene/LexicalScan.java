package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * The scores of all documents for one query, made in one pass: in a small index that costs no more than looking for the
 * best, and every further question about the query is then answered without the index.
 */
final class LexicalScan {

    /** By document; 0 where no term is shared. */
    private final float[] scores;
    private final int matched;

    private LexicalScan(float[] scores, int matched) {
        this.scores = scores;
        this.matched = matched;
    }

    static LexicalScan of(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        float[] scores = new float[searcher.getIndexReader().maxDoc()];
        int matched = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BulkScorer scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                Leaf collected = new Leaf(leaf.docBase, scores);
                scorer.score(collected, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
                matched += collected.matched;
            }
        }
        return new LexicalScan(scores, matched);
    }

    /** Collects the scores of one segment. */
    private static final class Leaf implements LeafCollector {

        private final int base;
        private final float[] scores;
        private int matched;
        private @Nullable Scorable scorer;

        Leaf(int base, float[] scores) {
            this.base = base;
            this.scores = scores;
        }

        @Override
        public void setScorer(Scorable scorable) {
            scorer = scorable;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (scorer != null) {
                scores[base + doc] = scorer.score();
                matched++;
            }
        }
    }

    /** How many documents share a term. */
    int total() {
        return matched;
    }

    /** The score of a document. */
    float score(int doc) {
        return scores[doc];
    }

    /** How many documents score higher. */
    int above(double score) {
        int above = 0;
        for (float other : scores) {
            above += other > score ? 1 : 0;
        }
        return above;
    }

    /** The best documents, in no order; all that score as the last of them, so that the caller may break ties. */
    List<Integer> top(int depth) {
        LongHeap best = new LongHeap(depth);
        for (float score : scores) {
            if (score > 0) {
                long packed = NumericUtils.floatToSortableInt(score);
                if (best.size() < depth) {
                    best.push(packed);
                } else if (packed > best.top()) {
                    best.updateTop(packed);
                }
            }
        }
        List<Integer> top = new ArrayList<>();
        if (best.size() > 0) {
            float least = NumericUtils.sortableIntToFloat((int) best.top());
            for (int doc = 0; doc < scores.length; doc++) {
                if (scores[doc] >= least) {
                    top.add(doc);
                }
            }
        }
        return top;
    }
}
