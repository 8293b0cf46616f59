package dev.qorpus.search.lucene.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.ArrayUtil;

import dev.qorpus.search.lucene.segment.SearcherContext;

/**
 * The scores that one term adds to the documents of a segment. Lucene's own scorers look up the term a second time
 * and are slower at reading document lengths.
 */
final class TermScan {

    private final PostingsEnum postings;
    private final byte[] lengths;
    private final BulkSimScorer scorer;
    private final DocAndFloatFeatureBuffer found = new DocAndFloatFeatureBuffer();
    private long[] norms = new long[0];

    private TermScan(PostingsEnum postings, byte[] lengths, BulkSimScorer scorer) {
        this.postings = postings;
        this.lengths = lengths;
        this.scorer = scorer;
    }

    /**
     * A term that some document has, with what it counts.
     *
     * @param scorer by its frequency and a document's length; for any thread
     */
    record Counted(TermPostings term, SimScorer scorer) {

        /** @param weight of the term in the question */
        static Counted of(SearcherContext context, TermPostings term, float weight) throws IOException {
            IndexSearcher searcher = context.searcher();
            return new Counted(term, searcher.getSimilarity().scorer(weight,
                    searcher.collectionStatistics(term.term().field()),
                    searcher.termStatistics(term.term(), term.documents(), term.occurrences())));
        }

        /** How many documents of a segment have the term. */
        int documents(LeafReaderContext leaf) {
            TermPostings.Place place = term.bySegment().get(leaf.ord);
            return place == null ? 0 : place.documents();
        }
    }

    /** A scan of each term that a segment has, from a document on. */
    static List<TermScan> open(SearcherContext context, LeafReaderContext leaf, List<Counted> terms, int from)
            throws IOException {
        List<TermScan> scans = new ArrayList<>(terms.size());
        for (Counted counted : terms) {
            TermPostings.Place place = counted.term().bySegment().get(leaf.ord);
            if (place != null) {
                PostingsEnum postings = place.postings();
                postings.advance(from);
                scans.add(new TermScan(postings, context.cache().lengths(leaf, counted.term().term().field()),
                        counted.scorer().asBulkSimScorer()));
            }
        }
        return scans;
    }

    /**
     * Adds what the term gives to the documents of a window; windows are asked for in order.
     *
     * @param sums by the documents' places in the window
     * @return whether any has the term
     */
    boolean add(int from, int upTo, double[] sums) throws IOException {
        if (postings.docID() >= upTo) {
            return false;
        }
        postings.nextPostings(upTo, found);
        while (found.size > 0) {
            norms = ArrayUtil.growNoCopy(norms, found.size);
            for (int i = 0; i < found.size; i++) {
                norms[i] = lengths[found.docs[i]];
            }
            scorer.score(found.size, found.features, norms, found.features);
            for (int i = 0; i < found.size; i++) {
                sums[found.docs[i] - from] += found.features[i];
            }
            postings.nextPostings(upTo, found);
        }
        return true;
    }

    /**
     * Adds what the term gives to some documents.
     *
     * @param docs in order
     * @param sums by their places among those
     */
    void addAt(int[] docs, double[] sums) throws IOException {
        found.growNoCopy(docs.length);
        norms = ArrayUtil.growNoCopy(norms, docs.length);
        int size = 0;
        for (int i = 0; i < docs.length; i++) {
            int at = postings.docID() < docs[i] ? postings.advance(docs[i]) : postings.docID();
            if (at == docs[i]) {
                found.docs[size] = i;
                found.features[size] = postings.freq();
                norms[size++] = lengths[at];
            }
        }
        scorer.score(size, found.features, norms, found.features);
        for (int i = 0; i < size; i++) {
            sums[found.docs[i]] += found.features[i];
        }
    }
}
