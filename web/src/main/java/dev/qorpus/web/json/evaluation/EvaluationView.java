package dev.qorpus.web.json.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Measures;
import dev.qorpus.search.evaluate.Outcome;
import dev.qorpus.search.evaluate.RankingFailure;
import dev.qorpus.search.evaluate.Reliability;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.web.json.Rounded;

/** The figures of an evaluation, and every question whose first hit was wrong. */
public record EvaluationView(String collection, int queries, int unanswerable, Map<String, Figures> modes,
        List<Pair> significance, List<Asked> perQuery, Map<String, List<Missed>> misses) {

    /** The figures of one mode: means over all questions with a relevant entry. */
    public record Figures(@JsonProperty("ndcg@10") double ndcg10, @JsonProperty("mrr@10") double mrr10,
            @JsonProperty("hit@1") double hit1, @JsonProperty("hit@5") double hit5,
            @JsonProperty("recall@10") double recall10, @JsonProperty("recall@100") double recall100, double refused,
            double wronglyRefused, double p50Millis, double bytesPerEntry, double indexMillisPerEntry,
            double calibrationError, double brier, List<Bin> reliability) {

        static Figures of(Evaluation.ModeFigures figures, ModeCost cost) {
            Measures mean = figures.mean();
            Reliability reliability = figures.reliability();
            return new Figures(four(mean.ndcg10()), four(mean.mrr10()), four(mean.hit1()), four(mean.hit5()),
                    four(mean.recall10()), four(mean.recall100()), four(figures.refused()),
                    four(figures.wronglyRefused()), Rounded.to(figures.p50Millis(), 2),
                    Rounded.to(cost.bytesPerEntry(), 0), Rounded.to(cost.indexMillisPerEntry(), 3),
                    four(reliability.calibrationError()), four(reliability.brier()),
                    reliability.bins().stream()
                            .map(bin -> new Bin(bin.questions(), four(bin.confidence()), four(bin.right()))).toList());
        }
    }

    /** Questions of about the same confidence: the mean confidence, and the share that was right. */
    public record Bin(int questions, double confidence, double right) {}

    /** Two modes, and whether their difference in nDCG@10 is significant. */
    public record Pair(String mode, String other, double difference, int wins, int losses, int ties,
            double p) {}

    /**
     * A question with a relevant entry, and its result in each mode.
     *
     * @param rank of the first relevant entry; 0 if it is not listed
     */
    public record Asked(String query, String text, Map<String, Integer> rank,
            @JsonProperty("ndcg@10") Map<String, Double> ndcg10) {}

    /** A question whose first hit is not relevant. */
    public record Missed(String query, String text, String reason, String detail, String expected, int rank,
            @Nullable String first, double confidence, List<RankingFailure.Placed> relevant) {}

    /** The view of an evaluation. */
    public static EvaluationView of(Evaluation evaluation) {
        Map<String, Figures> modes = new LinkedHashMap<>();
        evaluation.modes().forEach((mode, figures) -> modes.put(mode,
                Figures.of(figures, evaluation.costs().getOrDefault(mode, ModeCost.NONE))));
        Map<String, List<Missed>> misses = new LinkedHashMap<>();
        evaluation.outcomes().forEach((mode, outcomes) -> misses.put(mode, missed(outcomes)));
        return new EvaluationView(evaluation.collection(), evaluation.queries(), evaluation.unanswerable(), modes,
                evaluation.significance().stream().map(EvaluationView::pair).toList(), asked(evaluation),
                misses);
    }

    private static List<Asked> asked(Evaluation evaluation) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        evaluation.outcomes().forEach((mode, outcomes) -> outcomes.forEach(outcome -> {
            Measures measures = outcome.measures();
            if (measures != null) {
                Asked one = asked.computeIfAbsent(outcome.query().id(), id -> new Asked(id, outcome.query().text(),
                        new LinkedHashMap<>(), new LinkedHashMap<>()));
                one.rank().put(mode, outcome.rank());
                one.ndcg10().put(mode, four(measures.ndcg10()));
            }
        }));
        return List.copyOf(asked.values());
    }

    private static Pair pair(Significance pair) {
        return new Pair(pair.mode(), pair.other(), four(pair.difference()), pair.wins(), pair.losses(), pair.ties(),
                four(pair.p()));
    }

    private static List<Missed> missed(List<Outcome> outcomes) {
        List<Missed> missed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            RankingFailure miss = outcome.miss();
            if (miss != null) {
                missed.add(new Missed(outcome.query().id(), outcome.query().text(), miss.reason().label(),
                        miss.detail(), miss.expected(), miss.rank(), miss.first(), four(outcome.confidence()),
                        miss.relevant()));
            }
        }
        return missed;
    }

    private static double four(double figure) {
        return Rounded.to(figure, 4);
    }
}
