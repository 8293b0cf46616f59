package dev.qorpus.search.fuse;

import java.util.ArrayList;
import java.util.List;

/** How an entry's places in several rankings become one score. */
public sealed interface Fusion permits OpinionPool, WeightedSum, ReciprocalRank {

    /** The name in explanations. */
    String name();

    /**
     * The same for one question.
     *
     * @param coverage the share of the question that words can compare at all, from 0 to 1
     */
    Fusion covering(double coverage);

    /** The parts of an entry's score, one for each piece of evidence, in the same order; they add up to it. */
    default List<Part> parts(List<Evidence> evidence) {
        // Not a stream: this is done for hundreds of entries at each question.
        List<Part> parts = new ArrayList<>(evidence.size());
        for (Evidence one : evidence) {
            parts.add(part(one, evidence));
        }
        return parts;
    }

    /**
     * What one piece of evidence adds to the score.
     *
     * @param all that there is of the same entry
     */
    Part part(Evidence one, List<Evidence> all);

    /** Whether places count: finding those of entries that are not among the best takes time. */
    default boolean countsRanks() {
        return false;
    }

    /** The score: the sum of the parts, added in their order. */
    static double score(List<Part> parts) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.contribution();
        }
        return sum;
    }
}
