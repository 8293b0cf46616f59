package dev.qorpus.search.fuse;

import java.util.List;

/**
 * A linear opinion pool (Stone 1961; Genest and Zidek 1986): each retriever divides its belief among the entries
 * ({@link Softmax}), and the shares are averaged. Whichever retriever is sure is followed: one that sees no
 * difference spreads its belief so thin that it cannot overrule the other, as it can in a sum of scores.
 *
 * <p>What words believe counts only as far as meaning finds it likely: their share is multiplied by the likelihood of
 * the entry by meaning, to the power of meaning's weight, as a logarithmic pool would have it. The other way round it
 * does not hold, for an entry without the question's words may well answer it.
 *
 * <p>A little of the normalised scores is mixed in, so that entries with hardly any share are still in a sensible
 * order.
 *
 * @param lexicalWeight share of the lexical evidence, from 0 to 1; the dense evidence has the rest
 */
public record OpinionPool(double lexicalWeight) implements Fusion {

    private static final double ABSOLUTE = 0.02;

    /** @throws IllegalArgumentException if the weight is not within 0 and 1 */
    public OpinionPool {
        WeightedSum.checkWeight(lexicalWeight);
    }

    @Override
    public String name() {
        return "opinion pool";
    }

    @Override
    public OpinionPool covering(double coverage) {
        return this;
    }

    @Override
    public Part part(Evidence one, List<Evidence> all) {
        double belief = (1 - ABSOLUTE) * share(one, all) + ABSOLUTE * one.normalised();
        double weight = one.weight(lexicalWeight);
        return new Part(one.name(), one.rank(), one.raw(), belief, weight, weight * belief);
    }

    /** An entry's share of all belief, from 0 to 1: its score without what orders those that have none. */
    public double share(List<Evidence> all) {
        return all.stream().mapToDouble(one -> one.weight(lexicalWeight) * share(one, all)).sum();
    }

    private double share(Evidence one, List<Evidence> all) {
        double share = one.share();
        if (one.isLexical()) {
            for (Evidence other : all) {
                share *= other.isLexical() ? 1 : Math.pow(other.likelihood(), other.weight(lexicalWeight));
            }
        }
        return share;
    }
}
