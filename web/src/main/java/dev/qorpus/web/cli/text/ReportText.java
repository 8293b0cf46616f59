package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.qorpus.search.evaluate.RunComparison;
import dev.qorpus.search.evaluate.RunComparison.ModeComparison;
import dev.qorpus.search.evaluate.RunComparison.QuestionChange;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/** Two evaluations as text. */
public record ReportText(Terminal terminal) {

    private static final int MOST_QUESTIONS = 10;

    /** The figures before and after, and the questions that changed most. */
    public List<StyledText> of(RunComparison comparison) {
        List<StyledText> lines = new ArrayList<>();
        add(comparison.collection() + ": " + comparison.shared() + " questions in both"
                + only(comparison.onlyBefore(), "before") + only(comparison.onlyAfter(), "after"), 0, lines);
        comparison.modes().forEach((name, mode) -> add(name, mode, lines));
        return lines;
    }

    private static String only(int questions, String when) {
        return questions == 0 ? "" : ", " + questions + " only " + when;
    }

    private void add(String name, ModeComparison mode, List<StyledText> lines) {
        lines.add(StyledText.EMPTY);
        lines.add(StyledText.of(String.format(Locale.ROOT, "%-18s", name), Style.BOLD)
                .plus(String.format(Locale.ROOT, " %10s %10s %11s", "before", "after", "difference"), Style.FAINT));
        mode.figures().forEach((figure, change) -> lines.add(StyledText.of(String.format(Locale.ROOT,
                "  %-16s %10.4f %10.4f %+11.4f", figure, change.before(), change.after(), change.difference()))));
        Significance significance = mode.significance();
        if (significance != null) {
            add(String.format(Locale.ROOT,
                    "nDCG@10 of the questions in both: %+.4f, better on %d, worse on %d, p = %.4f",
                    significance.difference(), significance.wins(), significance.losses(), significance.p()), 2, lines);
        }
        add("Better", mode.better(), lines);
        add("Worse", mode.worse(), lines);
    }

    private void add(String title, List<QuestionChange> questions, List<StyledText> lines) {
        if (questions.isEmpty()) {
            return;
        }
        add(title + (questions.size() > MOST_QUESTIONS
                ? ", the first " + MOST_QUESTIONS + " of " + questions.size()
                : "") + ":", 2, lines);
        questions.stream().limit(MOST_QUESTIONS).forEach(change -> lines.addAll(Paragraph.behind(
                StyledText.of(String.format(Locale.ROOT, "    %+.4f  #%s → #%s  ", change.difference(),
                        rank(change.before().rank()), rank(change.after().rank()))),
                terminal.textWidth())
                .lines(StyledText.of(change.id() + " " + change.text().replaceAll("\\s+", " ")))));
    }

    private void add(String text, int indent, List<StyledText> lines) {
        lines.addAll(Paragraph.indented(terminal.textWidth(), indent).lines(StyledText.of(text)));
    }

    private static String rank(int rank) {
        return rank == 0 ? "–" : Integer.toString(rank);
    }
}
