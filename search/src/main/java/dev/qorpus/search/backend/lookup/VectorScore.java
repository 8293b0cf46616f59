package dev.qorpus.search.backend.lookup;

/** Makes one score of an entry's two cosines, so that an engine can keep the best without knowing how they are ranked. */
@FunctionalInterface
public interface VectorScore {

    /**
     * The score: the greater either cosine, the greater it is.
     *
     * @param question cosine of the question
     * @param passage cosine of the nearest passage; that of the question if there is no passage
     */
    double of(double question, double passage);
}
