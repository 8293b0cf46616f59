package dev.qorpus.search.evaluate;

import java.util.List;
import java.util.Map;

/** Measures of one ranked list against one question's judgments, as trec_eval defines them. */
public final class Metrics {

    private Metrics() {}

    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), gain = grade, discount =
     * log2(rank + 1).
     *
     * @param ranked ids, best first
     * @param relevant grades above 0 by id, not empty
     */
    public static double ndcg(List<String> ranked, Map<String, Integer> relevant, int k) {
        double gain = 0;
        for (int i = 0; i < Math.min(k, ranked.size()); i++) {
            gain += relevant.getOrDefault(ranked.get(i), 0) / log2(i + 2.0);
        }
        double ideal = 0;
        List<Integer> grades = relevant.values().stream().sorted((a, b) -> Integer.compare(b, a)).limit(k).toList();
        for (int i = 0; i < grades.size(); i++) {
            ideal += grades.get(i) / log2(i + 2.0);
        }
        return gain / ideal;
    }

    /** 1 divided by the rank of the first relevant entry; 0 if there is none among the first k. */
    public static double reciprocalRank(List<String> ranked, Map<String, Integer> relevant, int k) {
        for (int i = 0; i < Math.min(k, ranked.size()); i++) {
            if (relevant.containsKey(ranked.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** 1 if a relevant entry is among the first k, else 0. */
    public static double hit(List<String> ranked, Map<String, Integer> relevant, int k) {
        return reciprocalRank(ranked, relevant, k) > 0 ? 1 : 0;
    }

    /** The share of relevant entries that are among the first k. */
    public static double recall(List<String> ranked, Map<String, Integer> relevant, int k) {
        long found = ranked.stream().limit(k).filter(relevant::containsKey).count();
        return (double) found / relevant.size();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
