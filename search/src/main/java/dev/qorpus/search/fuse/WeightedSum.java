package dev.qorpus.search.fuse;

import java.util.List;

/**
 * A convex combination of scores normalised by their theoretical bounds (Bruch, Gai and Ingber 2023, arXiv
 * 2210.11934). Nothing is stretched to the list's own minimum and maximum, so that noise stays small.
 *
 * @param lexicalWeight share of the lexical evidence, from 0 to 1; the dense evidence has the rest
 */
public record WeightedSum(double lexicalWeight) implements Fusion {

    /** @throws IllegalArgumentException if the weight is not within 0 and 1 */
    public WeightedSum {
        checkWeight(lexicalWeight);
    }

    static void checkWeight(double lexicalWeight) {
        if (!(lexicalWeight >= 0 && lexicalWeight <= 1)) {
            throw new IllegalArgumentException("a lexical weight is between 0 and 1, not " + lexicalWeight);
        }
    }

    @Override
    public String name() {
        return "weighted sum";
    }

    /**
     * Words that the index lacks are missing in the lexical evidence and not in the dense evidence: their share of
     * the lexical weight is taken off it, and both weights are made to add up to 1 again.
     */
    @Override
    public WeightedSum covering(double coverage) {
        double words = lexicalWeight * coverage;
        double all = words + (1 - lexicalWeight);
        return all == 0 ? this : new WeightedSum(words / all);
    }

    @Override
    public Part part(Evidence evidence, List<Evidence> all) {
        double weight = evidence.weight(lexicalWeight);
        return new Part(evidence.name(), evidence.rank(), evidence.raw(), evidence.normalised(), weight,
                weight * evidence.normalised());
    }
}
