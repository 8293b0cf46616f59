package dev.qorpus.web.json.evaluation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.Evaluation;

/**
 * The evaluation of modes on judged questions, with its progress.
 *
 * @param state {@code none}, if there are no judged questions; {@code measuring}; {@code done}; or {@code unreadable}
 * @param collections the names of all collections
 * @param collection the evaluated one
 * @param asked how many questions were asked so far, in all modes
 * @param toAsk how many are to be asked
 * @param evaluation the results, once all questions are asked
 * @param problem what is wrong with the files
 */
public record JudgedView(String state, List<String> collections, @Nullable String collection, int asked, int toAsk,
        @Nullable EvaluationView evaluation, @Nullable String problem) {

    /** There are no judged questions. */
    public static final JudgedView NONE = new JudgedView("none", List.of(), null, 0, 0, null, null);

    /**
     * The progress and the results.
     *
     * @param found empty until all questions are asked
     */
    public static JudgedView of(List<String> collections, String collection, int asked, int toAsk,
            List<Evaluation> found) {
        EvaluationView evaluation = found.isEmpty() ? null : EvaluationView.of(found.getFirst());
        return new JudgedView(evaluation == null ? "measuring" : "done", collections, collection, asked, toAsk,
                evaluation, null);
    }

    /**
     * The judged questions cannot be read.
     *
     * @param problem the file, the line, and what is wrong
     */
    public static JudgedView unreadable(List<String> collections, String collection, String problem) {
        return new JudgedView("unreadable", collections, collection, 0, 0, null, problem);
    }
}
