package dev.qorpus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has contestants take turns.
 *
 * @param count rounds, after one that does not count
 */
public record Rounds(int count) {

    /** Does its work once and yields its figure. */
    public interface Contestant {
        double run() throws Exception;
    }

    /** The median figure of each. */
    public Map<String, Double> inTurn(Map<String, Contestant> contestants) throws Exception {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int round = 0; round <= count; round++) {
            for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
                double figure = contestant.getValue().run();
                if (round > 0) {
                    figures.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>()).add(figure);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        figures.forEach((name, values) -> medians.put(name,
                percentile(values.stream().mapToDouble(Double::doubleValue).toArray(), 50)));
        return medians;
    }

    /** The p-th percentile, by the nearest rank. */
    static double percentile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(p / 100 * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** Milliseconds since a moment of {@link System#nanoTime()}. */
    public static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
