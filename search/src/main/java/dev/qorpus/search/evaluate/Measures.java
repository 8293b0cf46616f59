package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What ranked lists are worth, one or the mean of several.
 *
 * @param ndcg10 nDCG@10
 * @param mrr10 reciprocal rank of the first relevant entry among ten
 * @param hit1 1 if the first hit is relevant, else 0
 * @param hit5 1 if a relevant entry is among five, else 0
 * @param recall10 share of relevant entries among ten
 * @param recall100 share of relevant entries among a hundred
 */
public record Measures(double ndcg10, double mrr10, double hit1, double hit5, double recall10, double recall100) {

    static Measures of(List<String> ids, Map<String, Integer> relevant) {
        return new Measures(Metrics.ndcg(ids, relevant, 10), Metrics.reciprocalRank(ids, relevant, 10),
                Metrics.hit(ids, relevant, 1), Metrics.hit(ids, relevant, 5), Metrics.recall(ids, relevant, 10),
                Metrics.recall(ids, relevant, 100));
    }

    /** The mean of each; all 0 if there is nothing to take it of. */
    static Measures mean(List<Measures> several) {
        return new Measures(mean(several, Measures::ndcg10), mean(several, Measures::mrr10),
                mean(several, Measures::hit1), mean(several, Measures::hit5), mean(several, Measures::recall10),
                mean(several, Measures::recall100));
    }

    private static double mean(List<Measures> several, ToDoubleFunction<Measures> one) {
        return several.stream().mapToDouble(one).average().orElse(0);
    }
}
