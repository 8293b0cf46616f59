package dev.qorpus.web.json.evaluation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.Evaluation;

/**
 * How far the modes are measured on judged questions.
 *
 * @param state {@code none}, where nobody judged any; {@code measuring}; {@code done}; or {@code unreadable}
 * @param collections the names of all there are
 * @param collection which of them
 * @param asked how many questions were asked, over all modes
 * @param toAsk of how many
 * @param evaluation what was found, once it is
 * @param problem what is wrong with the files
 */
public record JudgedView(String state, List<String> collections, @Nullable String collection, int asked, int toAsk,
        @Nullable EvaluationView evaluation, @Nullable String problem) {

    /** Nobody judged any questions. */
    public static final JudgedView NONE = new JudgedView("none", List.of(), null, 0, 0, null, null);

    /**
     * How far it is, with what was found.
     *
     * @param found empty until everything is measured
     */
    public static JudgedView of(List<String> collections, String collection, int asked, int toAsk,
            List<Evaluation> found) {
        EvaluationView evaluation = found.isEmpty() ? null : EvaluationView.of(found.getFirst());
        return new JudgedView(evaluation == null ? "measuring" : "done", collections, collection, asked, toAsk,
                evaluation, null);
    }

    /**
     * There are some, but they cannot be read.
     *
     * @param problem which file and line, and what is wrong there
     */
    public static JudgedView unreadable(List<String> collections, String collection, String problem) {
        return new JudgedView("unreadable", collections, collection, 0, 0, null, problem);
    }
}
