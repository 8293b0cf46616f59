package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.VectorMatch;

/** Exact cosines of one segment: of questions on parents, and of passages on the children before them. */
final class LeafScan {

    private final LeafReaderContext leaf;
    private final FixedBitSet wanted;
    private final String space;
    private final float[] vector;
    private final float[] question;
    private final float[] passage;
    private final int[] ordinal;

    /**
     * @param wanted the parents that count
     * @param vector of length 1, compared with those of the space
     */
    LeafScan(LeafReaderContext leaf, FixedBitSet wanted, String space, float[] vector) {
        this.leaf = leaf;
        this.wanted = wanted;
        this.space = space;
        this.vector = vector;
        this.question = new float[wanted.length()];
        this.passage = new float[wanted.length()];
        this.ordinal = new int[wanted.length()];
    }

    /** Adds the matches of all wanted parents. */
    void into(Snapshot snapshot, List<VectorMatch> matches) throws IOException {
        questions();
        passages();
        for (int doc = wanted.nextSetBit(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = doc + 1 < question.length
                ? wanted.nextSetBit(doc + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
            boolean has = ordinal[doc] != 0;
            matches.add(new VectorMatch(snapshot.id(leaf.docBase + doc), question[doc],
                    has ? passage[doc] : question[doc], has ? ordinal[doc] - 1 : VectorMatch.NO_PASSAGE));
        }
    }

    private void questions() throws IOException {
        VectorScorer scorer = scorer(LuceneSchema.questionVectors(space));
        if (scorer != null) {
            DocIdSetIterator docs = scorer.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (wanted.get(doc)) {
                    question[doc] = cosine(scorer);
                }
            }
        }
    }

    private void passages() throws IOException {
        VectorScorer scorer = scorer(LuceneSchema.passageVectors(space));
        NumericDocValues distances = leaf.reader().getNumericDocValues(LuceneSchema.TO_PARENT);
        NumericDocValues ordinals = leaf.reader().getNumericDocValues(LuceneSchema.ORDINAL);
        if (scorer == null || distances == null || ordinals == null) {
            return;
        }
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            int parent = distances.advanceExact(doc) ? doc + (int) distances.longValue() : doc;
            if (wanted.get(parent) && ordinals.advanceExact(doc)) {
                float cosine = cosine(scorer);
                if (ordinal[parent] == 0 || cosine > passage[parent]) {
                    passage[parent] = cosine;
                    // From 1, so that 0 means none yet.
                    ordinal[parent] = (int) ordinals.longValue() + 1;
                }
            }
        }
    }

    private @Nullable VectorScorer scorer(String field) throws IOException {
        var values = leaf.reader().getFloatVectorValues(field);
        return values == null ? null : values.scorer(vector);
    }

    /** Lucene maps the dot product of unit vectors to 0 … 1. */
    private static float cosine(VectorScorer scorer) throws IOException {
        return Math.clamp(2 * scorer.score() - 1, -1f, 1f);
    }
}
