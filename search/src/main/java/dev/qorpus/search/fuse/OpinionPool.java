package dev.qorpus.search.fuse;

import java.util.List;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * A linear opinion pool (Stone 1961; Genest and Zidek 1986): each retriever distributes probability mass over the
 * entries ({@link Softmax}), and the shares are averaged. The more confident retriever dominates: a retriever that
 * sees no difference gives every entry a small share. In a sum of scores it could overrule the other one.
 *
 * <p>The lexical share is multiplied by the entry's dense likelihood to the power of the dense weight, as in a
 * logarithmic pool. The dense share is not discounted by words: an entry without the question's words may still
 * answer it.
 *
 * <p>Shares contain the prior of an entry: a section of prose is less often what is asked for than a question.
 *
 * <p>A small part of the normalised scores is added. It orders entries whose shares are close to 0.
 *
 * <p>Late interaction, where it is run, has a weight of its own, and the weights of the others share the rest. Its share is
 * held back by the dense likelihood too: that tokens are alike is not enough if the passage is about something else.
 *
 * <p>A cross-encoder, where there is one, has a fixed weight. Its shares already depend on those of the others
 * ({@link dev.qorpus.search.share.PairShares}).
 *
 * <p>A model that does not know a language says little about it. There, words weigh more, and are not multiplied by what
 * the model finds likely.
 *
 * @param weights of words and vectors, together 1
 * @param trust how well the model knows the language of the question, from 0 to 1
 * @param late the weight of late interaction, from 0 to 1; words and vectors have the rest
 * @param rerank the weight of a cross-encoder, from 0 to 1; all others have the rest
 */
public record OpinionPool(RetrieverWeights weights, double trust, double late, double rerank) implements Fusion {

    /**
     * Gives words the weight {@code lexicalWeight} and vectors the rest, with full trust in the model.
     *
     * @throws IllegalArgumentException if the weight is not within 0 and 1
     */
    public static OpinionPool of(double lexicalWeight) {
        return of(lexicalWeight, 1);
    }

    /**
     * The same with less trust: words get a part of what vectors had.
     *
     * @throws IllegalArgumentException if one of the numbers is not within 0 and 1
     */
    public static OpinionPool of(double lexicalWeight, double trust) {
        if (!(trust >= 0 && trust <= 1)) {
            throw new IllegalArgumentException("trust is between 0 and 1, not " + trust);
        }
        double least = Math.max(lexicalWeight, RankingConstants.LEXICAL_WEIGHT_UNKNOWN_LANGUAGE);
        return new OpinionPool(RetrieverWeights.ofWords(trust * lexicalWeight + (1 - trust) * least), trust, 0, 0);
    }

    /**
     * The same with late interaction.
     *
     * @param tokens of the question: late interaction says less about a short one
     */
    public OpinionPool withLate(int tokens) {
        return new OpinionPool(weights, trust, trust * RankingConstants.LATE_WEIGHT
                * Math.min(1, (double) tokens / RankingConstants.LATE_TOKENS), rerank);
    }

    /** The same without late interaction. */
    public OpinionPool withoutLate() {
        return new OpinionPool(weights, trust, 0, rerank);
    }

    /** The same with a cross-encoder. */
    public OpinionPool withReranking() {
        return new OpinionPool(weights, trust, late, RankingConstants.RERANK_WEIGHT);
    }

    /** Late interaction alone, of the candidates that words and vectors found. */
    public OpinionPool lateAlone() {
        return new OpinionPool(weights, trust, 1, 0);
    }

    @Override
    public String name() {
        return "opinion pool";
    }

    @Override
    public boolean usesPriors() {
        return true;
    }

    @Override
    public ScorePart part(RetrieverScore one, List<RetrieverScore> all) {
        double mixed = (1 - RankingConstants.ABSOLUTE_WEIGHT) * share(one, all)
                + RankingConstants.ABSOLUTE_WEIGHT * one.prior() * one.normalised();
        double weight = weight(one.retriever());
        return new ScorePart(one.retriever(), one.rank(), one.raw(), mixed, weight, weight * mixed);
    }

    /** An entry's share of the probability mass, from 0 to 1, without the normalised scores. */
    public double share(List<RetrieverScore> all) {
        return all.stream().mapToDouble(one -> weight(one.retriever()) * share(one, all)).sum();
    }

    private double weight(RetrieverKind kind) {
        return switch (kind) {
            case RERANK -> rerank;
            case LATE -> (1 - rerank) * late;
            case LEXICAL, DENSE -> (1 - rerank) * (1 - late) * weights.of(kind);
        };
    }

    private double share(RetrieverScore one, List<RetrieverScore> all) {
        double power = switch (one.retriever()) {
            case LEXICAL -> trust * weights.of(RetrieverKind.DENSE);
            case LATE -> late < 1 ? RankingConstants.LATE_HOLD : 0;
            case DENSE, RERANK -> 0;
        };
        double share = one.share();
        for (RetrieverScore other : all) {
            if (power > 0 && other.retriever() == RetrieverKind.DENSE) {
                share *= Math.pow(other.likelihood(), power);
            }
        }
        return share;
    }
}
