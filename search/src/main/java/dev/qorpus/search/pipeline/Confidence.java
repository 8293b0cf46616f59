package dev.qorpus.search.pipeline;

import java.util.List;

import dev.qorpus.models.CosineDistribution;
import dev.qorpus.search.fuse.OpinionPool;

/**
 * How likely the first hit is right: a logistic function of the odds that the opinion pool gives it, and of its cosine.
 * The share alone says only that no other entry is likelier; the cosine tells whether any is likely, in terms of how the
 * model spreads its cosines. In every mode it is computed from both kinds of evidence, where there are both, and from one
 * entry however many are asked for.
 *
 * <p>Fitted on ten collections at once, each with the same weight, with the right entries taken away in a fifth of the
 * cases; the figures are in ARCHITECTURE.md.
 */
public record Confidence(RetrieverShares words, RetrieverShares meaning, double lexicalWeight,
        CosineDistribution background) {

    /** From here on something here is said to answer. */
    public static final double ANSWERED = 0.25;

    private static final double INTERCEPT = 0.66;
    private static final double LOG_ODDS = 1.22;
    private static final double COSINE = 3.07;
    /** With it the function is what a fit on the same collections gives for words alone. */
    private static final double COSINE_UNKNOWN = 0.29;
    /** Odds beyond one to a thousand say no more than these. */
    private static final double LEAST = 1e-3;

    /**
     * The confidence, from 0 to 1; 0 if there is no entry.
     *
     * @param best entries, best first
     */
    double of(List<FusedCandidate> best) {
        if (best.isEmpty()) {
            return 0;
        }
        FusedCandidate first = best.getFirst();
        double share = new OpinionPool(lexicalWeight)
                .share(List.of(words.evidence(first.lexical()), meaning.evidence(first.dense())));
        return of(share, background.standardised(first.dense().score()));
    }

    /** The same where vectors were not compared: by the share of the first entry's words. */
    static double ofWordsAlone(double share) {
        return of(share, COSINE_UNKNOWN);
    }

    /**
     * The logistic function.
     *
     * @param share the first entry's
     * @param cosine the first entry's, in terms of the default model's
     */
    private static double of(double share, double cosine) {
        double odds = Math.max(LEAST, share) / Math.max(LEAST, 1 - share);
        double logit = INTERCEPT + LOG_ODDS * Math.log(odds) + COSINE * cosine;
        return 1 / (1 + Math.exp(-logit));
    }
}
