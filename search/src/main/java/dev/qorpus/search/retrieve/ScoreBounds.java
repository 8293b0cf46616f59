package dev.qorpus.search.retrieve;

/**
 * The scores that a retriever can give at the least and at the most for one question.
 *
 * @param minimum no entry scores less
 * @param maximum no entry scores more
 */
public record ScoreBounds(double minimum, double maximum) {

    /** Those of cosines. */
    static final ScoreBounds COSINE = new ScoreBounds(-1, 1);

    /** A score's place between the bounds, from 0 to 1. Where both are one, it says nothing: 0. */
    public double normalise(double score) {
        return maximum > minimum ? Math.min(1, (score - minimum) / (maximum - minimum)) : 0;
    }
}
