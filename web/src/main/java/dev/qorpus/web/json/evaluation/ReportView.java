package dev.qorpus.web.json.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.RunComparison;
import dev.qorpus.search.evaluate.RunComparison.ModeComparison;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.web.json.Rounded;

/**
 * Two evaluations of one collection, mode by mode.
 *
 * @param shared how many questions are in both; only these tell what got better or worse
 * @param onlyBefore how many are in the first only
 * @param onlyAfter how many are in the second only
 */
public record ReportView(String collection, int shared, int onlyBefore, int onlyAfter, Map<String, ModeView> modes) {

    /** How many questions are listed on each side. */
    public static final int MOST_QUESTIONS = 10;

    /** One mode: its figures, whether nDCG@10 differs by more than chance, and what changed most. */
    public record ModeView(Map<String, FigureChange> figures, @Nullable ChangeView change, List<ChangedQuestion> better,
            List<ChangedQuestion> worse) {

        static ModeView of(ModeComparison mode) {
            Map<String, FigureChange> figures = new LinkedHashMap<>();
            mode.figures().forEach((name, figure) -> figures.put(name, new FigureChange(four(figure.before()),
                    four(figure.after()), four(figure.difference()))));
            Significance significance = mode.significance();
            return new ModeView(figures, significance == null ? null : ChangeView.of(significance),
                    changed(mode.better()), changed(mode.worse()));
        }

        private static List<ChangedQuestion> changed(List<RunComparison.QuestionChange> questions) {
            return questions.stream().limit(MOST_QUESTIONS).map(ChangedQuestion::of).toList();
        }
    }

    /** A figure before and after. */
    public record FigureChange(double before, double after, double difference) {}

    /** The difference in mean nDCG@10, on how many questions it is better or worse, and how often chance gives as much. */
    public record ChangeView(double difference, int better, int worse, int same, double p) {

        static ChangeView of(Significance significance) {
            return new ChangeView(four(significance.difference()), significance.wins(), significance.losses(),
                    significance.ties(), four(significance.p()));
        }
    }

    /** A question whose nDCG@10 changed; the ranks are those of the first relevant entry, 0 where it is not listed. */
    public record ChangedQuestion(String query, String text, double before, double after, int rankBefore,
            int rankAfter) {

        static ChangedQuestion of(RunComparison.QuestionChange change) {
            return new ChangedQuestion(change.id(), change.text(), four(change.before().ndcg10()),
                    four(change.after().ndcg10()), change.before().rank(), change.after().rank());
        }
    }

    /** The view of a comparison. */
    public static ReportView of(RunComparison comparison) {
        Map<String, ModeView> modes = new LinkedHashMap<>();
        comparison.modes().forEach((name, mode) -> modes.put(name, ModeView.of(mode)));
        return new ReportView(comparison.collection(), comparison.shared(), comparison.onlyBefore(),
                comparison.onlyAfter(), modes);
    }

    private static double four(double figure) {
        return Rounded.to(figure, 4);
    }
}
