package dev.qorpus.search;

import java.util.List;

import dev.qorpus.models.Background;

/**
 * How likely the first hit is right: a logistic function of the odds that the opinion pool gives it, of its lead
 * over the best of the next nine, and of its cosine. The shares alone say only which entry is the likeliest one;
 * the cosine tells whether any is, in terms of how the model spreads its cosines. In every mode it is computed from
 * both kinds of evidence, and from ten entries however many are asked for.
 *
 * <p>Fitted on four collections at once, each with the same weight, with the right entries taken away in a fifth
 * of the cases; the figures are in ARCHITECTURE.md.
 */
record Confidence(Opinion words, Opinion meaning, double lexicalWeight, Background background) {

    /** From here on something here is said to answer. */
    static final double ANSWERED = 0.25;
    /** How many of the best are looked at. */
    static final int DEPTH = 10;

    private static final double INTERCEPT = -0.50;
    private static final double LOG_ODDS = 0.61;
    private static final double LEAD = 6.12;
    private static final double COSINE = 1.10;
    /** Odds beyond one to a thousand say no more than these. */
    private static final double LEAST = 1e-3;

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
        double share = share(first);
        double runnerUp = best.stream().skip(1).limit(DEPTH - 1).mapToDouble(this::share).max().orElse(0);
        return of(share, runnerUp, background.standardised(first.dense().score()));
    }

    /**
     * The logistic function.
     *
     * @param share the first entry's
     * @param runnerUp the best share of the next
     * @param cosine the first entry's, in terms of the default model's
     */
    static double of(double share, double runnerUp, double cosine) {
        double odds = Math.max(LEAST, share) / Math.max(LEAST, 1 - share);
        double logit = INTERCEPT + LOG_ODDS * Math.log(odds) + LEAD * (share - runnerUp) + COSINE * cosine;
        return 1 / (1 + Math.exp(-logit));
    }

    private double share(Fused fused) {
        return lexicalWeight * words.share(fused.lexical()) + (1 - lexicalWeight) * meaning.share(fused.dense());
    }
}
