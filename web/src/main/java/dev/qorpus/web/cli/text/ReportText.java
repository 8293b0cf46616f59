package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.qorpus.search.evaluate.RunComparison;
import dev.qorpus.search.evaluate.RunComparison.ModeComparison;
import dev.qorpus.search.evaluate.RunComparison.QuestionChange;
import dev.qorpus.search.evaluate.Significance;

/** Two evaluations as text. */
public final class ReportText {

    private static final int MOST_QUESTIONS = 10;

    private ReportText() {}

    /** The figures before and after, and the questions that changed most. */
    public static String of(RunComparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(comparison.collection() + ": " + comparison.shared() + " questions in both"
                + only(comparison.onlyBefore(), "before") + only(comparison.onlyAfter(), "after"));
        comparison.modes().forEach((name, mode) -> add(name, mode, lines));
        return String.join("\n", lines);
    }

    private static String only(int questions, String when) {
        return questions == 0 ? "" : ", " + questions + " only " + when;
    }

    private static void add(String name, ModeComparison mode, List<String> lines) {
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-18s %10s %10s %11s", name, "before", "after", "difference"));
        mode.figures().forEach((figure, change) -> lines.add(String.format(Locale.ROOT, "  %-16s %10.4f %10.4f %+11.4f",
                figure, change.before(), change.after(), change.difference())));
        Significance significance = mode.significance();
        if (significance != null) {
            lines.add(String.format(Locale.ROOT,
                    "  nDCG@10 of the questions in both: %+.4f, better on %d, worse on %d, p = %.4f",
                    significance.difference(), significance.wins(), significance.losses(), significance.p()));
        }
        add("Better", mode.better(), lines);
        add("Worse", mode.worse(), lines);
    }

    private static void add(String title, List<QuestionChange> questions, List<String> lines) {
        if (questions.isEmpty()) {
            return;
        }
        lines.add("  " + title + (questions.size() > MOST_QUESTIONS
                ? ", the first " + MOST_QUESTIONS + " of " + questions.size()
                : "") + ":");
        questions.stream().limit(MOST_QUESTIONS).forEach(change -> lines.add(String.format(Locale.ROOT,
                "    %+.4f  #%s → #%s  %s %s", change.difference(), rank(change.before().rank()),
                rank(change.after().rank()), change.id(), change.text().replaceAll("\\s+", " "))));
    }

    private static String rank(int rank) {
        return rank == 0 ? "–" : Integer.toString(rank);
    }
}
