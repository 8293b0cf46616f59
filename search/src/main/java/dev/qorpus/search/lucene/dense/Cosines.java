package dev.qorpus.search.lucene.dense;

import java.io.IOException;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.lucene.LuceneSchema;

/** Exact cosines of single documents of one segment with one vector. */
final class Cosines {

    private final LeafReaderContext leaf;
    private final String space;
    private final float[] vector;
    private @Nullable VectorScorer questions;
    private @Nullable VectorScorer passages;

    /** @param vector of length 1, compared with those of the space */
    Cosines(LeafReaderContext leaf, String space, float[] vector) {
        this.leaf = leaf;
        this.space = space;
        this.vector = vector;
    }

    /** The question of one parent, exactly; documents have to be asked for in their order. */
    float question(int doc) throws IOException {
        if (questions == null) {
            questions = rescorer(LuceneSchema.questionVectors(space));
        }
        return at(questions, doc);
    }

    /** The passage of one child, exactly; documents have to be asked for in their order. */
    float passage(int doc) throws IOException {
        if (passages == null) {
            passages = rescorer(LuceneSchema.passageVectors(space));
        }
        return at(passages, doc);
    }

    private VectorScorer rescorer(String field) throws IOException {
        FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
        VectorScorer scorer = values == null ? null : values.rescorer(vector);
        if (scorer == null) {
            throw new IOException("there are no vectors in " + field);
        }
        return scorer;
    }

    private static float at(VectorScorer scorer, int doc) throws IOException {
        if (scorer.iterator().docID() < doc && scorer.iterator().advance(doc) != doc) {
            throw new IOException("document " + doc + " has no vector");
        }
        return cosine(scorer.score());
    }

    /** Lucene maps the dot product of unit vectors to 0 … 1. */
    private static float cosine(float score) {
        return Math.clamp(2 * score - 1, -1f, 1f);
    }
}
