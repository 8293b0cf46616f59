package dev.qorpus.search.backend.lookup;

import java.util.List;

/**
 * What was found near a vector.
 *
 * @param best the entries that score best, in no order
 * @param others the other entries that were compared
 */
public record NearestEntries(List<VectorMatch> best, OtherScores others) {

    /** The scores of entries that are not among the best. */
    @FunctionalInterface
    public interface OtherScores {

        /** No entries. */
        OtherScores NONE = score -> 0;

        /** How many of them score higher. */
        int above(double score);
    }
}
