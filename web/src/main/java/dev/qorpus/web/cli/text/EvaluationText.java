package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Outcome;
import dev.qorpus.search.evaluate.RankingFailure;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * An evaluation as text.
 *
 * @param listMisses whether misses are listed instead of counted
 */
public record EvaluationText(Terminal terminal, boolean listMisses) {

    private static final int FEW = 3;

    /** The figures of an evaluation. */
    public List<StyledText> of(Evaluation evaluation) {
        String star = terminal.styled() || evaluation.outcomes().size() == 1 ? "" : "; * is the best of a figure";
        List<StyledText> lines = new ArrayList<>(paragraph(evaluation.collection() + ": " + evaluation.queries()
                + " questions, " + evaluation.unanswerable() + " unanswerable" + star));
        lines.addAll(new FigureTable(terminal, evaluation).lines());
        pairs(evaluation).forEach(
                pair -> lines.addAll(Paragraph.hanging(terminal.textWidth(), 2).items(parts(pair))));
        evaluation.outcomes().forEach((mode, outcomes) -> lines.addAll(misses(mode, outcomes)));
        return lines;
    }

    /** Of many modes only the difference to the last one; the rest is in the JSON and the report. */
    private static List<Significance> pairs(Evaluation evaluation) {
        List<String> modes = List.copyOf(evaluation.outcomes().keySet());
        return evaluation.significance().stream()
                .filter(pair -> modes.size() <= FEW || pair.other().equals(modes.getLast())).toList();
    }

    private static List<StyledText> parts(Significance pair) {
        return Stream.of(
                String.format(Locale.ROOT, "%s against %s: %+.4f nDCG@10,", pair.mode(), pair.other(),
                        pair.difference()),
                String.format(Locale.ROOT, "better on %d, worse on %d questions,", pair.wins(), pair.losses()),
                String.format(Locale.ROOT, "p = %.4f", pair.p())).map(StyledText::of).toList();
    }

    private List<StyledText> misses(String mode, List<Outcome> outcomes) {
        Map<RankingFailure.Reason, Integer> counts = new TreeMap<>();
        List<StyledText> each = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            RankingFailure miss = outcome.miss();
            if (miss != null) {
                counts.merge(miss.reason(), 1, Integer::sum);
                each.addAll(Paragraph.indented(terminal.textWidth(), 2).lines(StyledText
                        .of(outcome.query().id() + " " + outcome.query().text().replaceAll("\\s+", " "))));
                each.addAll(Paragraph.indented(terminal.textWidth(), 4).lines(StyledText
                        .of(miss.reason().label() + ": " + miss.expected() + " " + miss.detail())));
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        int missed = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<StyledText> lines = new ArrayList<>(paragraph(mode + " missed " + missed + ": " + String.join(", ",
                counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey().label()).toList())));
        lines.addAll(listMisses ? each : List.of());
        return lines;
    }

    private List<StyledText> paragraph(String text) {
        return Paragraph.hanging(terminal.textWidth(), 2).lines(StyledText.of(text));
    }
}
