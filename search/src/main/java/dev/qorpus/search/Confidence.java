package dev.qorpus.search;

import java.util.List;

import dev.qorpus.search.retrieve.Ranking;

/**
 * How likely the first hit is right: a logistic function of how near it is, how much of the question's weight
 * its words carry, and how far it stands before the second.
 */
final class Confidence {

    /** From here on something here is said to answer. */
    static final double ANSWERED = 0.5;

    private static final double INTERCEPT = -6;
    private static final double DENSE = 8;
    private static final double LEXICAL = 3;
    private static final double MARGIN = 8;

    private Confidence() {}

    static double of(Ranking lexical, Ranking dense, List<Fused> best) {
        Fused first = best.getFirst();
        double words = lexical.bounds().normalise(first.lexical().score());
        double margin = best.size() < 2 ? 0 : first.score() - best.get(1).score();
        double logit = INTERCEPT + DENSE * first.dense().score() + LEXICAL * words + MARGIN * margin;
        return 1 / (1 + Math.exp(-logit));
    }
}
