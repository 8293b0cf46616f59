package dev.qorpus.web.json;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.qorpus.search.evaluate.Evaluation;

/** Figures of an evaluation. */
public record EvaluationView(String collection, int queries, int unanswerable, Map<String, Figures> modes) {

    /** The figures of one mode, each the mean over all questions with a relevant entry. */
    public record Figures(@JsonProperty("ndcg@10") double ndcg10, @JsonProperty("mrr@10") double mrr10,
            @JsonProperty("hit@1") double hit1, @JsonProperty("hit@5") double hit5,
            @JsonProperty("recall@10") double recall10, @JsonProperty("recall@100") double recall100, double refused,
            double wronglyRefused, double p50Millis) {}

    /** The view of an evaluation. */
    public static EvaluationView of(Evaluation evaluation) {
        Map<String, Figures> modes = new LinkedHashMap<>();
        evaluation.modes().forEach((mode, figures) -> modes.put(mode,
                new Figures(Rounded.to(figures.ndcg10(), 4), Rounded.to(figures.mrr10(), 4),
                        Rounded.to(figures.hit1(), 4), Rounded.to(figures.hit5(), 4), Rounded.to(figures.recall10(), 4),
                        Rounded.to(figures.recall100(), 4), Rounded.to(figures.refused(), 4),
                        Rounded.to(figures.wronglyRefused(), 4), Rounded.to(figures.p50Millis(), 2))));
        return new EvaluationView(evaluation.collection(), evaluation.queries(), evaluation.unanswerable(), modes);
    }
}
