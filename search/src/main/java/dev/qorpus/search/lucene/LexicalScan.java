package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.lucene.LuceneSchema;

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

    /**
     * Scores all documents.
     *
     * @param terms how often the question has each
     * @param filter what counts; {@code null} if all do
     */
    static LexicalScan of(Snapshot snapshot, Map<String, Integer> terms, @Nullable Weight filter) throws IOException {
        double[] sums = new double[snapshot.searcher().getIndexReader().maxDoc()];
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            add(snapshot, new Term(LuceneSchema.TEXT, term.getKey()), term.getValue(), sums);
        }
        float[] scores = new float[sums.length];
        int matched = 0;
        for (LeafReaderContext leaf : snapshot.searcher().getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            Bits passing = filter == null ? null : Snapshot.bits(filter, leaf);
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (sums[leaf.docBase + doc] > 0 && (live == null || live.get(doc))
                        && (passing == null || passing.get(doc))) {
                    scores[leaf.docBase + doc] = (float) sums[leaf.docBase + doc];
                    matched++;
                }
            }
        }
        return new LexicalScan(scores, matched);
    }

    /**
     * Adds what a term gives to each document that has it. Lucene's own scorers would do, but for the time they take to
     * find each document's length, and the term a second time. As there, scores are added as doubles.
     */
    private static void add(Snapshot snapshot, Term term, int count, double[] sums) throws IOException {
        List<LeafReaderContext> leaves = snapshot.searcher().getIndexReader().leaves();
        PostingsEnum[] postings = new PostingsEnum[leaves.size()];
        int documents = 0;
        long occurrences = 0;
        for (LeafReaderContext leaf : leaves) {
            Terms all = leaf.reader().terms(term.field());
            TermsEnum found = all == null ? TermsEnum.EMPTY : all.iterator();
            if (found.seekExact(term.bytes())) {
                postings[leaf.ord] = found.postings(null, PostingsEnum.FREQS);
                documents += found.docFreq();
                occurrences += found.totalTermFreq();
            }
        }
        if (documents == 0) {
            return;
        }
        IndexSearcher searcher = snapshot.searcher();
        BulkSimScorer scorer = searcher.getSimilarity().scorer(count, searcher.collectionStatistics(term.field()),
                searcher.termStatistics(term, documents, occurrences)).asBulkSimScorer();
        for (LeafReaderContext leaf : leaves) {
            if (postings[leaf.ord] != null) {
                add(postings[leaf.ord], snapshot.cache().lengths(leaf), scorer, leaf.docBase, sums);
            }
        }
    }

    private static void add(PostingsEnum postings, byte[] lengths, BulkSimScorer scorer, int base, double[] sums)
            throws IOException {
        DocAndFloatFeatureBuffer found = new DocAndFloatFeatureBuffer();
        long[] norms = new long[0];
        postings.nextDoc();
        postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, found);
        while (found.size > 0) {
            norms = ArrayUtil.growNoCopy(norms, found.size);
            for (int i = 0; i < found.size; i++) {
                norms[i] = lengths[found.docs[i]];
            }
            scorer.score(found.size, found.features, norms, found.features);
            for (int i = 0; i < found.size; i++) {
                sums[base + found.docs[i]] += found.features[i];
            }
            postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, found);
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
