package dev.qorpus.search.fuse;

/**
 * A linear opinion pool (Stone 1961; Genest and Zidek 1986): each retriever divides its belief among the entries
 * ({@link Softmax}), and the shares are averaged. Whichever retriever is sure is followed: one that sees no
 * difference spreads its belief so thin that it cannot overrule the other, as it can in a sum of scores.
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
    public Part part(Evidence evidence) {
        double weight = evidence.name().equals("lexical") ? lexicalWeight : 1 - lexicalWeight;
        double belief = (1 - ABSOLUTE) * evidence.share() + ABSOLUTE * evidence.normalised();
        return new Part(evidence.name(), evidence.rank(), evidence.raw(), belief, weight, weight * belief);
    }
}
