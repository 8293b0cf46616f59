package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How well confidence is calibrated: of first hits with confidence p, a share of p should be right.
 *
 * @param bins of equal width, those with at least one question
 * @param calibrationError expected calibration error (Naeini et al. 2015): the mean distance between both
 * @param brier Brier score: the mean squared distance between confidence and outcome
 */
public record Reliability(List<Bin> bins, double calibrationError, double brier) {

    private static final int BINS = 10;

    /** Questions of about the same confidence. */
    public record Bin(int questions, double confidence, double right) {}

    /** A confidence, and whether it came true. */
    public record Prediction(double confidence, boolean right) {}

    static Reliability of(List<Outcome> outcomes) {
        return ofPredictions(outcomes.stream().map(outcome -> new Prediction(outcome.confidence(), outcome.right()))
                .toList());
    }

    /** The reliability of predictions of any kind. */
    public static Reliability ofPredictions(List<Prediction> outcomes) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int n = 0; n < BINS; n++) {
            int bin = n;
            List<Prediction> inside = outcomes.stream()
                    .filter(outcome -> Math.min(BINS - 1, (int) (outcome.confidence() * BINS)) == bin).toList();
            if (!inside.isEmpty()) {
                double confidence = inside.stream().mapToDouble(Prediction::confidence).average().orElse(0);
                double right = inside.stream().mapToDouble(outcome -> outcome.right() ? 1 : 0).average().orElse(0);
                bins.add(new Bin(inside.size(), confidence, right));
                error += Math.abs(confidence - right) * inside.size() / outcomes.size();
            }
        }
        double brier = outcomes.stream()
                .mapToDouble(outcome -> Math.pow(outcome.confidence() - (outcome.right() ? 1 : 0), 2)).average()
                .orElse(0);
        return new Reliability(bins, error, brier);
    }
}
