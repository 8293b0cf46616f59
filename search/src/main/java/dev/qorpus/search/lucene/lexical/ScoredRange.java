package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.lucene.segment.BestScores;

/** The scores of those documents of a part of a segment that share a term with a query. */
final class ScoredRange {

    /** Documents scored together: their sums stay in a near cache. */
    private static final int WINDOW = 1 << 15;

    /** Those that share a term, in order. */
    private final int[] docs;
    /** By their places among those. */
    private final float[] scores;
    private int matched;

    /** @param most documents that may share a term */
    private ScoredRange(int most) {
        // One more, because each document's place is written before it is known whether it is taken.
        this.docs = new int[most + 1];
        this.scores = new float[most + 1];
    }

    /**
     * Documents of a segment.
     *
     * @param base of the segment among all documents
     * @param from the first one, in the segment
     * @param upTo after the last one
     * @param live {@code null} if none is deleted
     */
    record Documents(int base, int from, int upTo, @Nullable Bits live) {}

    /**
     * Scores documents.
     *
     * @param terms scans that begin where the documents do
     * @param most documents that may share a term
     * @param passing what counts; {@code null} if all do
     */
    static ScoredRange of(Documents documents, List<TermScan> terms, int most, @Nullable Bits passing)
            throws IOException {
        ScoredRange range = new ScoredRange(Math.min(most, documents.upTo() - documents.from()));
        // As in Lucene's own scorers, scores are added as doubles.
        double[] sums = new double[Math.min(WINDOW, documents.upTo() - documents.from())];
        for (int from = documents.from(); from < documents.upTo(); from += WINDOW) {
            int upTo = Math.min(from + WINDOW, documents.upTo());
            boolean any = false;
            for (TermScan term : terms) {
                any |= term.add(from, upTo, sums);
            }
            if (any) {
                leaveOut(documents.live(), from, sums);
                leaveOut(passing, from, sums);
                range.take(documents.base() + from, sums);
            }
        }
        return range;
    }

    /** The same where few documents pass, such as those with a phrase: postings are skipped up to each of them. */
    static ScoredRange ofFew(Documents documents, List<TermScan> terms, FixedBitSet passing) throws IOException {
        int[] few = places(passing, documents.live());
        double[] sums = new double[few.length];
        for (TermScan term : terms) {
            term.addAt(few, sums);
        }
        ScoredRange range = new ScoredRange(few.length);
        for (int i = 0; i < few.length; i++) {
            if (sums[i] > 0) {
                range.docs[range.matched] = documents.base() + few[i];
                range.scores[range.matched++] = (float) sums[i];
            }
        }
        return range;
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

    /** Offers all scores. */
    void offer(BestScores best) {
        for (int i = 0; i < matched; i++) {
            best.offer(scores[i]);
        }
    }

    /** Adds the documents that score at least so much. */
    void addFrom(float least, List<LexicalScan.Scored> found) {
        for (int i = 0; i < matched; i++) {
            if (scores[i] >= least) {
                found.add(new LexicalScan.Scored(docs[i], scores[i]));
            }
        }
    }
}
