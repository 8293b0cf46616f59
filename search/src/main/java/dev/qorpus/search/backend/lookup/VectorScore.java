package dev.qorpus.search.backend.lookup;

/**
 * Combines an entry's two cosines into one score. The engine can then keep the best entries without knowing the
 * ranking.
 */
@FunctionalInterface
public interface VectorScore {

    /**
     * The score. It must not decrease when either cosine increases.
     *
     * @param question cosine of the question
     * @param passage cosine of the nearest passage; that of the question if there is no passage
     */
    double of(double question, double passage);
}
