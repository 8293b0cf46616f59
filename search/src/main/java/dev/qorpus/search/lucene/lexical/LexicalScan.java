package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.lucene.segment.BestScores;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * The scores of all documents that share a term with a query, computed in one pass. Later lookups do not read the
 * index. A top-k collector could not count how many documents score higher than a given one.
 */
final class LexicalScan {

    /** Documents scored together: their sums stay in a near cache. */
    private static final int WINDOW = 1 << 15;

    /** Those that share a term, in order. */
    private int[] docs = new int[256];
    /** By their places among those. */
    private float[] scores = new float[256];
    private int matched;

    private LexicalScan() {}

    /**
     * Scores all documents.
     *
     * @param terms of the question
     * @param filter what counts; {@code null} if all do
     */
    static LexicalScan of(SearcherContext context, List<WeightedTerm> terms, @Nullable Weight filter)
            throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        List<List<TermScan>> scans = new ArrayList<>();
        leaves.forEach(leaf -> scans.add(new ArrayList<>()));
        for (WeightedTerm term : terms) {
            TermScan.open(context, LuceneSchema.term(term), (float) term.weight(), scans);
        }
        LexicalScan scan = new LexicalScan();
        for (LeafReaderContext leaf : leaves) {
            if (!scans.get(leaf.ord).isEmpty()) {
                scan.add(leaf, scans.get(leaf.ord), filter == null ? null : SearcherContext.bits(filter, leaf));
            }
        }
        return scan;
    }

    private void add(LeafReaderContext leaf, List<TermScan> terms, @Nullable Bits passing) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        // As in Lucene's own scorers, scores are added as doubles.
        double[] sums = new double[Math.min(WINDOW, leaf.reader().maxDoc())];
        for (int from = 0; from < leaf.reader().maxDoc(); from += WINDOW) {
            boolean any = false;
            for (TermScan term : terms) {
                any |= term.add(from, from + WINDOW, sums);
            }
            for (int i = 0; any && i < sums.length; i++) {
                if (sums[i] > 0) {
                    int doc = from + i;
                    if ((live == null || live.get(doc)) && (passing == null || passing.get(doc))) {
                        add(leaf.docBase + doc, (float) sums[i]);
                    }
                    sums[i] = 0;
                }
            }
        }
    }

    private void add(int doc, float score) {
        if (matched == docs.length) {
            docs = ArrayUtil.grow(docs);
            scores = ArrayUtil.growExact(scores, docs.length);
        }
        docs[matched] = doc;
        scores[matched++] = score;
    }

    /** How many documents share a term. */
    int total() {
        return matched;
    }

    /** The score of a document; 0 where no term is shared. */
    float score(int doc) {
        int at = Arrays.binarySearch(docs, 0, matched, doc);
        return at < 0 ? 0 : scores[at];
    }

    /** How many documents score higher. */
    int above(double score) {
        int above = 0;
        for (int i = 0; i < matched; i++) {
            above += scores[i] > score ? 1 : 0;
        }
        return above;
    }

    /** The best documents, in no order; all that score as the last of them, so that the caller may break ties. */
    List<Integer> top(int depth) {
        BestScores best = new BestScores(depth);
        for (int i = 0; i < matched; i++) {
            best.offer(scores[i]);
        }
        float least = best.threshold();
        List<Integer> top = new ArrayList<>();
        for (int i = 0; i < matched; i++) {
            if (scores[i] >= least) {
                top.add(docs[i]);
            }
        }
        return top;
    }
}
