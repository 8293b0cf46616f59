package dev.qorpus.search.fuse;

import java.util.List;

import dev.qorpus.indexer.schema.RankingConstants;

/**
 * Turns one retriever's scores into shares: the probability that each entry answers, given that one does, by this
 * retriever alone. Unlike a score, a share says how far an entry stands out. An entry counts as often as its prior says.
 *
 * @param top the best score
 * @param scale the difference between two scores at which one entry is e times as likely as the other
 * @param sum of the exponentials of those that compete, each times the entry's prior
 */
public record Softmax(double top, double scale, double sum) {

    /**
     * The shares among a retriever's best.
     *
     * @param best scores, the best first
     * @param priors of the same entries, each greater than 0 and at most 1
     * @param others how many entries there are beside the best, all with the score {@code minimum}
     */
    public static Softmax of(List<Double> best, List<Double> priors, double minimum, int others, double scale) {
        double top = best.isEmpty() ? minimum : best.getFirst();
        int competing = Math.min(RankingConstants.COMPETING, best.size());
        double sum = 0;
        for (int i = 0; i < competing; i++) {
            sum += priors.get(i) * Math.exp((best.get(i) - top) / scale);
        }
        int rest = Math.min(others, RankingConstants.COMPETING - competing);
        return new Softmax(top, scale, sum + Math.max(0, rest) * Math.exp((minimum - top) / scale));
    }

    /** How likely an entry is beside the best one, from 0 to 1; 1 where no entry can be told from another. */
    public double likelihood(double score) {
        return scale > 0 ? Math.min(1, Math.exp((score - top) / scale)) : 1;
    }

    /** The share of an entry, from 0 to 1; nothing where no entry can be told from another. */
    public double share(double score, double prior) {
        return scale > 0 && sum > 0 ? prior * likelihood(score) / sum : 0;
    }
}
