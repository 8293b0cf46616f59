package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.search.lucene.segment.BestScores;
import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * The scores of all documents that share a term with a query, computed in one pass. Later lookups do not read the
 * index. A top-k collector could not count how many documents score higher than a given one.
 */
final class LexicalScan {

    /** Documents scored together: their sums stay in a near cache. */
    private static final int WINDOW = 1 << 15;

    /** A segment's documents for each that passes, from which on reading all postings is slower than skipping. */
    private static final int FEW = 64;

    /** Those that share a term, in order. */
    private final int[] docs;
    /** By their places among those. */
    private final float[] scores;
    private int matched;

    /** @param most documents that may share a term */
    private LexicalScan(int most) {
        // One more, because each document's place is written before it is known whether it is taken.
        this.docs = new int[most + 1];
        this.scores = new float[most + 1];
    }

    /**
     * Scores all documents.
     *
     * @param terms of the question
     * @param postings of the terms, in the same order, unread
     * @param filter what counts; {@code null} if all do
     */
    static LexicalScan of(SearcherContext context, List<WeightedTerm> terms, List<TermPostings> postings,
            @Nullable Weight filter) throws IOException {
        List<LeafReaderContext> leaves = context.searcher().getIndexReader().leaves();
        List<List<TermScan>> scans = new ArrayList<>();
        leaves.forEach(leaf -> scans.add(new ArrayList<>()));
        long found = 0;
        for (int i = 0; i < terms.size(); i++) {
            TermScan.open(context, postings.get(i), (float) terms.get(i).weight(), scans);
            found += postings.get(i).documents();
        }
        LexicalScan scan = new LexicalScan((int) Math.min(found, context.searcher().getIndexReader().maxDoc()));
        for (LeafReaderContext leaf : leaves) {
            if (!scans.get(leaf.ord).isEmpty()) {
                FixedBitSet passing = filter == null ? null : SearcherContext.bits(filter, leaf);
                if (passing != null && passing.cardinality() <= leaf.reader().maxDoc() / FEW) {
                    scan.addFew(leaf, scans.get(leaf.ord), passing);
                } else {
                    scan.add(leaf, scans.get(leaf.ord), passing);
                }
            }
        }
        return scan;
    }

    /** The same where few documents pass, such as those with a phrase: postings are skipped up to each of them. */
    private void addFew(LeafReaderContext leaf, List<TermScan> terms, FixedBitSet passing) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        int[] few = places(passing, live);
        double[] sums = new double[few.length];
        for (TermScan term : terms) {
            term.addAt(few, sums);
        }
        for (int i = 0; i < few.length; i++) {
            if (sums[i] > 0) {
                docs[matched] = leaf.docBase + few[i];
                scores[matched++] = (float) sums[i];
            }
        }
    }

    private static int[] places(FixedBitSet passing, @Nullable Bits live) {
        int[] places = new int[passing.cardinality()];
        int found = 0;
        for (int doc = passing.nextSetBit(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = doc + 1 < passing.length()
                ? passing.nextSetBit(doc + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(doc)) {
                places[found++] = doc;
            }
        }
        return Arrays.copyOf(places, found);
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
            if (any) {
                leaveOut(live, from, sums);
                leaveOut(passing, from, sums);
                take(leaf.docBase + from, sums);
            }
        }
    }

    /** Clears the sums of a window's documents that do not count. */
    private static void leaveOut(@Nullable Bits counting, int from, double[] sums) {
        for (int i = 0; counting != null && i < sums.length; i++) {
            if (sums[i] > 0 && !counting.get(from + i)) {
                sums[i] = 0;
            }
        }
    }

    /** Keeps the documents of a window that have a score, and clears the sums. */
    private void take(int base, double[] sums) {
        int taken = matched;
        for (int i = 0; i < sums.length; i++) {
            float score = (float) sums[i];
            sums[i] = 0;
            docs[taken] = base + i;
            scores[taken] = score;
            // Without a branch, which no processor could predict: the bits of a score above 0 are a number above 0.
            taken += -Float.floatToRawIntBits(score) >>> 31;
        }
        matched = taken;
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

    /**
     * The places of the best documents among those that share a term, in order; all that score as the last of the best, so
     * that the caller may break ties.
     */
    int[] top(int depth) {
        BestScores best = new BestScores(depth);
        for (int i = 0; i < matched; i++) {
            best.offer(scores[i]);
        }
        float least = best.threshold();
        int[] top = new int[depth];
        int found = 0;
        for (int i = 0; i < matched; i++) {
            if (scores[i] >= least) {
                top = ArrayUtil.grow(top, found + 1);
                top[found++] = i;
            }
        }
        return Arrays.copyOf(top, found);
    }

    /** The document at a place among those that share a term. */
    int docAt(int place) {
        return docs[place];
    }

    /** Its score. */
    float scoreAt(int place) {
        return scores[place];
    }
}
