package dev.qorpus.search.fuse;

import java.util.ArrayList;
import java.util.List;

/** How an entry's places in several rankings become one score. */
public sealed interface Fusion permits OpinionPool, WeightedSum, ReciprocalRank {

    /** The name in explanations. */
    String name();

    /** The parts of an entry's score, one for each retriever, in the same order; they add up to it. */
    default List<ScorePart> parts(List<RetrieverScore> evidence) {
        // Not a stream: this is done for hundreds of entries at each question.
        List<ScorePart> parts = new ArrayList<>(evidence.size());
        for (RetrieverScore one : evidence) {
            parts.add(part(one, evidence));
        }
        return parts;
    }

    /**
     * What one retriever adds to the score.
     *
     * @param all that there is of the same entry
     */
    ScorePart part(RetrieverScore one, List<RetrieverScore> all);

    /** Whether places count: finding those of entries that are not among the best takes time. */
    default boolean countsRanks() {
        return false;
    }

    /** Whether an entry's prior counts: it takes time to find out what entries are. */
    default boolean usesPriors() {
        return false;
    }

    /** The score: the sum of the parts, added in their order. */
    static double score(List<ScorePart> parts) {
        double sum = 0;
        for (ScorePart part : parts) {
            sum += part.contribution();
        }
        return sum;
    }
}
