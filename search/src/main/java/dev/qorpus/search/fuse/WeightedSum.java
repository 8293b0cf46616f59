package dev.qorpus.search.fuse;

import java.util.List;

/**
 * A convex combination of scores normalised by their theoretical bounds (Bruch, Gai and Ingber 2023, arXiv
 * 2210.11934). Nothing is stretched to the list's own minimum and maximum, so that noise stays small.
 *
 * <p>Where a retriever can compare only a part of the question, that share of its weight counts: words that the index
 * lacks are missing in the lexical score and not in the dense one. The weights are made to add up to 1 again.
 *
 * @param weights of the retrievers
 */
public record WeightedSum(RetrieverWeights weights) implements Fusion {

    /**
     * Gives words the weight {@code lexicalWeight} and vectors the rest.
     *
     * @throws IllegalArgumentException if the weight is not within 0 and 1
     */
    public static WeightedSum of(double lexicalWeight) {
        return new WeightedSum(RetrieverWeights.ofWords(lexicalWeight));
    }

    @Override
    public String name() {
        return "weighted sum";
    }

    @Override
    public ScorePart part(RetrieverScore one, List<RetrieverScore> all) {
        double weight = weight(one, all);
        return new ScorePart(one.retriever(), one.rank(), one.raw(), one.normalised(), weight,
                weight * one.normalised());
    }

    private double weight(RetrieverScore one, List<RetrieverScore> all) {
        double sum = 0;
        for (RetrieverScore other : all) {
            sum += weights.of(other.retriever()) * other.coverage();
        }
        double weight = weights.of(one.retriever());
        return sum == 0 ? weight : weight * one.coverage() / sum;
    }
}
