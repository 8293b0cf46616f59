package dev.qorpus.search.lucene.dense;

import java.io.IOException;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.models.vectors.UnitVectors;

/**
 * Exact cosines of single documents of one segment with one vector. They are the same in every process: a server and a
 * command may have different compilers, between which Lucene's product of vectors differs in the last place.
 */
final class Cosines {

    private final LeafReaderContext leaf;
    private final String space;
    private final float[] vector;
    private @Nullable Column questions;
    private @Nullable Column passages;

    /** Vectors, and where reading them has come to. */
    private record Column(FloatVectorValues values, KnnVectorValues.DocIndexIterator iterator) {}

    /** @param vector of length 1, compared with those of the space */
    Cosines(LeafReaderContext leaf, String space, float[] vector) {
        this.leaf = leaf;
        this.space = space;
        this.vector = vector;
    }

    /**
     * The exact cosine of two vectors of length 1.
     *
     * @param ordinal the number of the other one
     */
    static float exact(float[] vector, FloatVectorValues values, int ordinal) throws IOException {
        return (float) Math.clamp(UnitVectors.dot(vector, values.vectorValue(ordinal)), -1, 1);
    }

    /** The question of one parent, exactly; documents have to be asked for in their order. */
    float question(int doc) throws IOException {
        if (questions == null) {
            questions = column(LuceneSchema.questionVectors(space));
        }
        return at(questions, doc);
    }

    /** The passage of one child, exactly; documents have to be asked for in their order. */
    float passage(int doc) throws IOException {
        if (passages == null) {
            passages = column(LuceneSchema.passageVectors(space));
        }
        return at(passages, doc);
    }

    private Column column(String field) throws IOException {
        FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
        if (values == null) {
            throw new IOException("there are no vectors in " + field);
        }
        return new Column(values, values.iterator());
    }

    private float at(Column column, int doc) throws IOException {
        if (column.iterator().docID() < doc && column.iterator().advance(doc) != doc) {
            throw new IOException("document " + doc + " has no vector");
        }
        return exact(vector, column.values(), column.iterator().index());
    }
}
