package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Whether the difference between two modes is significant: Fisher's randomisation test on nDCG@10, two-sided
 * (Smucker, Allan and Carterette 2007).
 *
 * @param mode the one
 * @param other the other
 * @param difference mean nDCG@10 of the one less that of the other
 * @param wins questions on which the one is better
 * @param losses questions on which the other is
 * @param ties questions on which neither is
 * @param p how often chance alone gives a difference as great
 */
public record Significance(String mode, String other, double difference, int wins, int losses, int ties,
        double p) {

    private static final int PERMUTATIONS = 10_000;
    private static final long SEED = 42;

    /** Every pair of modes. */
    static List<Significance> ofPairs(Map<String, List<Outcome>> modes) {
        List<String> names = List.copyOf(modes.keySet());
        List<Significance> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(of(names.get(i), ndcg(modes, names.get(i)), names.get(j), ndcg(modes, names.get(j))));
            }
        }
        return pairs;
    }

    private static double[] ndcg(Map<String, List<Outcome>> modes, String mode) {
        return modes.getOrDefault(mode, List.of()).stream().filter(Outcome::answerable).mapToDouble(Outcome::ndcg10)
                .toArray();
    }

    /**
     * One pair.
     *
     * @param ones a measure for each question
     * @param others the same measure for the same questions
     */
    static Significance of(String mode, double[] ones, String other, double[] others) {
        double[] differences = new double[ones.length];
        double sum = 0;
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < ones.length; i++) {
            differences[i] = ones[i] - others[i];
            sum += differences[i];
            wins += differences[i] > 0 ? 1 : 0;
            losses += differences[i] < 0 ? 1 : 0;
        }
        return new Significance(mode, other, sum / ones.length, wins, losses, ones.length - wins - losses,
                p(differences, Math.abs(sum)));
    }

    /** The share of random signs that give as great a sum, the observed one counted in. */
    private static double p(double[] differences, double observed) {
        SplittableRandom random = new SplittableRandom(SEED);
        int asGreat = 1;
        for (int n = 0; n < PERMUTATIONS; n++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < differences.length; i++) {
                signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
                sum += (signs & 1) == 0 ? differences[i] : -differences[i];
            }
            // Rounding must not make the same sum a smaller one.
            asGreat += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) asGreat / (PERMUTATIONS + 1);
    }
}
