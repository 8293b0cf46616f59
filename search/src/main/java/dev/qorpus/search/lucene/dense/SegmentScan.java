package dev.qorpus.search.lucene.dense;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;
import dev.qorpus.search.lucene.segment.SegmentVectors;

/**
 * The cosines of one vector with those of a segment's entries: approximate ones of all, with bounds of their error, and
 * exact ones of the few for which the bounds do not decide. Entries are told by their places in the segment. For one
 * thread.
 */
final class SegmentScan {

    /** The nearest passage of an entry, exactly. Passages are numbered in their order. */
    private record Nearest(float cosine, int ordinal) {}

    /** Of an entry without passages. */
    private static final Nearest NONE = new Nearest(-1, VectorMatch.NO_PASSAGE);

    private final LeafReader reader;
    private final int base;
    private final SegmentVectors vectors;
    private final String space;
    private final float[] vector;
    /** Approximate. */
    private final float[] questions;
    private final float[] passages;
    private final @Nullable Bits wanted;
    /** Exact, where they were asked for; not numbers elsewhere. */
    private final float[] exactQuestions;
    private final @Nullable Nearest[] nearest;
    private @Nullable FloatVectorValues questionValues;
    private @Nullable FloatVectorValues passageValues;

    /** The vector of a question, of length 1, in a space. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Asked(String space, float[] vector) {}

    /** @param wanted which documents count; {@code null} if all do */
    SegmentScan(LeafReaderContext leaf, SegmentVectors vectors, Asked asked, @Nullable Bits wanted) {
        this.reader = leaf.reader();
        this.base = leaf.docBase;
        this.vectors = vectors;
        this.space = asked.space();
        this.vector = asked.vector();
        SegmentVectors.Dots dots = vectors.dots(vector);
        this.questions = dots.questions();
        this.passages = dots.passages();
        this.wanted = wanted;
        this.exactQuestions = new float[questions.length];
        Arrays.fill(exactQuestions, Float.NaN);
        this.nearest = new Nearest[questions.length];
    }

    /** The place of an entry by its document in the index; below 0 if it is not there or not wanted. */
    int at(int parent) {
        int at = vectors.at(parent - base);
        return at >= 0 && has(at) ? at : -1;
    }

    /** The document of an entry in the index. */
    int parent(int at) {
        return base + vectors.parents()[at];
    }

    private boolean has(int at) {
        return wanted == null || wanted.get(vectors.parents()[at]);
    }

    /**
     * Between which numbers the score of each entry lies; not a number where one is not wanted.
     *
     * @param low takes the lower bounds, one for each entry
     * @param high takes the upper bounds
     */
    void bounds(VectorScore score, float[] low, float[] high) {
        for (int at = 0; at < questions.length; at++) {
            if (!has(at)) {
                low[at] = Float.NaN;
                high[at] = Float.NaN;
                continue;
            }
            float error = vectors.questions().error(at);
            float least = questions[at] - error;
            float most = questions[at] + error;
            int first = vectors.starts()[at];
            int end = vectors.starts()[at + 1];
            float lower = first < end ? leastOfNearest(first, end) : least;
            float upper = first < end ? mostOfNearest(first, end) : most;
            low[at] = (float) score.of(least, lower);
            high[at] = (float) score.of(most, upper);
        }
    }

    private float leastOfNearest(int first, int end) {
        float least = Float.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            least = Math.max(least, passages[i] - vectors.passages().error(i));
        }
        return least;
    }

    private float mostOfNearest(int first, int end) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            most = Math.max(most, passages[i] + vectors.passages().error(i));
        }
        return most;
    }

    /** How many entries there are, wanted or not. */
    int size() {
        return questions.length;
    }

    /** The exact score of an entry. */
    double score(int at, VectorScore score) throws IOException {
        return score.of(question(at), passage(at));
    }

    /** Whether an entry scores higher. Its question is read only if that depends on it. */
    boolean isAbove(int at, VectorScore score, double than) throws IOException {
        if (nearest(at).ordinal() != VectorMatch.NO_PASSAGE) {
            float passage = passage(at);
            float error = vectors.questions().error(at);
            if (score.of(questions[at] + error, passage) <= than) {
                return false;
            }
            if (score.of(questions[at] - error, passage) > than) {
                return true;
            }
        }
        return score(at, score) > than;
    }

    /** The exact match of an entry. */
    VectorMatch match(int at, EntryId id) throws IOException {
        return new VectorMatch(id, question(at), passage(at), nearest(at).ordinal());
    }

    private float question(int at) throws IOException {
        if (Float.isNaN(exactQuestions[at])) {
            if (questionValues == null) {
                questionValues = reader.getFloatVectorValues(LuceneSchema.questionVectors(space));
            }
            exactQuestions[at] = cosine(questionValues, at);
        }
        return exactQuestions[at];
    }

    private float passage(int at) throws IOException {
        Nearest found = nearest(at);
        return found.ordinal() == VectorMatch.NO_PASSAGE ? question(at) : found.cosine();
    }

    private Nearest nearest(int at) throws IOException {
        Nearest known = nearest[at];
        if (known == null) {
            known = compare(vectors.starts()[at], vectors.starts()[at + 1]);
            nearest[at] = known;
        }
        return known;
    }

    /** Compares the passages of which one may be the nearest. */
    private Nearest compare(int first, int end) throws IOException {
        if (first == end) {
            return NONE;
        }
        if (passageValues == null) {
            passageValues = reader.getFloatVectorValues(LuceneSchema.passageVectors(space));
        }
        float least = leastOfNearest(first, end);
        float best = Float.NEGATIVE_INFINITY;
        int found = first;
        for (int i = first; i < end; i++) {
            if (passages[i] + vectors.passages().error(i) >= least) {
                float cosine = cosine(passageValues, i);
                found = cosine > best ? i : found;
                best = Math.max(best, cosine);
            }
        }
        return new Nearest(best, found - first);
    }

    private float cosine(@Nullable FloatVectorValues values, int ordinal) throws IOException {
        if (values == null) {
            throw new IOException("there are no vectors of " + space);
        }
        return Cosines.exact(vector, values, ordinal);
    }
}
