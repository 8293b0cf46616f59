package dev.qorpus.search;

import java.util.List;

import dev.qorpus.search.retrieve.Ranking;

/**
 * How likely the first hit is right: a logistic function of how much of the question's weight its words carry,
 * how far it stands before the best of the next nine, and how much nearer it is than they are on average. In
 * every mode it is computed from both kinds of evidence, and from ten entries however many are asked for.
 *
 * <p>Fitted on four collections at once, each with the same weight, with the right entries taken away in a fifth
 * of the cases; the figures are in ARCHITECTURE.md.
 */
record Confidence(Ranking.Bounds lexical, Ranking.Bounds dense, double lexicalWeight) {

    /** From here on something here is said to answer. */
    static final double ANSWERED = 0.3;
    /** How many of the best are looked at. */
    static final int DEPTH = 10;

    private static final double INTERCEPT = -2.44;
    private static final double WORDS = 1.54;
    private static final double LEAD = 27.18;
    private static final double NEARER = 5.09;

    /**
     * The confidence, from 0 to 1.
     *
     * @param best entries, best first; no more than {@link #DEPTH} of them count
     */
    double of(List<Fused> best) {
        if (best.isEmpty()) {
            return 0;
        }
        Fused first = best.getFirst();
        List<Fused> next = best.stream().skip(1).limit(DEPTH - 1).toList();
        double runnerUp = next.stream().mapToDouble(this::score).max().orElse(0);
        double average = next.stream().mapToDouble(other -> other.dense().score()).average().orElse(0);
        double logit = INTERCEPT + WORDS * lexical.normalise(first.lexical().score())
                + LEAD * (score(first) - runnerUp) + NEARER * (first.dense().score() - average);
        return 1 / (1 + Math.exp(-logit));
    }

    private double score(Fused fused) {
        return lexicalWeight * lexical.normalise(fused.lexical().score())
                + (1 - lexicalWeight) * dense.normalise(fused.dense().score());
    }
}
