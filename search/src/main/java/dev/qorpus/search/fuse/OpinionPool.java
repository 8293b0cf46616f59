package dev.qorpus.search.fuse;

import java.util.List;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.retrieve.RetrieverKind;

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
 * @param weights of the retrievers
 */
public record OpinionPool(RetrieverWeights weights) implements Fusion {

    /**
     * Words weigh so much, and vectors the rest.
     *
     * @throws IllegalArgumentException if the weight is not within 0 and 1
     */
    public static OpinionPool of(double lexicalWeight) {
        return new OpinionPool(RetrieverWeights.ofWords(lexicalWeight));
    }

    @Override
    public String name() {
        return "opinion pool";
    }

    @Override
    public ScorePart part(RetrieverScore one, List<RetrieverScore> all) {
        double mixed = (1 - RankingConstants.ABSOLUTE_WEIGHT) * share(one, all)
                + RankingConstants.ABSOLUTE_WEIGHT * one.normalised();
        double weight = weights.of(one.retriever());
        return new ScorePart(one.retriever(), one.rank(), one.raw(), mixed, weight, weight * mixed);
    }

    /** An entry's share of all belief, from 0 to 1: its score without what orders those that have none. */
    public double share(List<RetrieverScore> all) {
        return all.stream().mapToDouble(one -> weights.of(one.retriever()) * share(one, all)).sum();
    }

    private double share(RetrieverScore one, List<RetrieverScore> all) {
        double share = one.share();
        if (one.retriever() == RetrieverKind.LEXICAL) {
            for (RetrieverScore other : all) {
                share *= other.retriever() == one.retriever()
                        ? 1
                        : Math.pow(other.likelihood(), weights.of(other.retriever()));
            }
        }
        return share;
    }
}
