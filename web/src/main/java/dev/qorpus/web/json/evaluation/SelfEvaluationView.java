package dev.qorpus.web.json.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.evaluate.Evaluation;

/**
 * The figures of a corpus on questions made from it.
 *
 * @param modes the figures of the first kind, whole questions
 */
public record SelfEvaluationView(String collection, int entries, int sample, String note,
        Map<String, EvaluationView.Figures> modes, Map<String, EvaluationView> kinds) {

    private static final String NOTE = "questions made from the corpus itself, in its own words: optimistic";

    /**
     * The view of a self-evaluation.
     *
     * @param entries how many entries have an answer that is long enough
     * @param sample how many of them were used
     * @param kinds one evaluation for each kind of question
     */
    public static SelfEvaluationView of(int entries, int sample, List<Evaluation> kinds) {
        Map<String, EvaluationView> views = new LinkedHashMap<>();
        kinds.forEach(kind -> views.put(kind.collection(), EvaluationView.of(kind)));
        Map<String, EvaluationView.Figures> headline = views.isEmpty()
                ? Map.of()
                : views.values().iterator().next().modes();
        return new SelfEvaluationView("self", entries, sample, NOTE, headline, views);
    }
}
