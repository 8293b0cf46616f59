package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.qorpus.search.evaluate.Evaluation;
import dev.qorpus.search.evaluate.Evaluation.ModeFigures;
import dev.qorpus.search.evaluate.Measures;
import dev.qorpus.search.evaluate.Outcome;
import dev.qorpus.search.evaluate.RankingFailure;
import dev.qorpus.search.evaluate.Significance;
import dev.qorpus.search.query.ModeCost;

/** An evaluation as text. */
public final class EvaluationText {

    private static final int FEW = 3;
    /** Costs are for one entry: bytes read on disk, and indexing time. */
    private static final String HEADER = "  nDCG@10   MRR@10    hit@1    hit@5  rec@10  rec@100  refused  wrongly  calib  p50 ms  B/entry  ms/entry";

    private EvaluationText() {}

    /**
     * The figures of an evaluation.
     *
     * @param listMisses whether misses are listed instead of counted
     */
    public static String of(Evaluation evaluation, boolean listMisses) {
        List<String> lines = new ArrayList<>();
        lines.add(evaluation.collection() + ": " + evaluation.queries() + " questions, " + evaluation.unanswerable()
                + " unanswerable");
        int width = evaluation.outcomes().keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.add(" ".repeat(width) + HEADER);
        evaluation.modes().forEach((mode, figures) -> lines.add(mode + " ".repeat(width - mode.length())
                + figures(figures, evaluation.costs().getOrDefault(mode, ModeCost.NONE))));
        pairs(evaluation).forEach(pair -> lines.add(pair(pair)));
        evaluation.outcomes().forEach((mode, outcomes) -> lines.addAll(misses(mode, outcomes, listMisses)));
        return String.join("\n", lines);
    }

    private static String figures(ModeFigures figures, ModeCost cost) {
        Measures mean = figures.mean();
        return String.format(Locale.ROOT,
                "   %.4f   %.4f   %.4f   %.4f  %.4f   %.4f   %.4f   %.4f  %.3f  %6.1f  %7.0f  %8.2f", mean.ndcg10(),
                mean.mrr10(), mean.hit1(), mean.hit5(), mean.recall10(), mean.recall100(), figures.refused(),
                figures.wronglyRefused(), figures.reliability().calibrationError(), figures.p50Millis(),
                cost.bytesPerEntry(), cost.indexMillisPerEntry());
    }

    /** Of many modes only the difference to the last one; the rest is in the JSON and the report. */
    private static List<Significance> pairs(Evaluation evaluation) {
        List<String> modes = List.copyOf(evaluation.outcomes().keySet());
        return evaluation.significance().stream()
                .filter(pair -> modes.size() <= FEW || pair.other().equals(modes.getLast())).toList();
    }

    private static String pair(Significance pair) {
        return String.format(Locale.ROOT, "%s against %s: %+.4f nDCG@10, better on %d, worse on %d questions, p = %.4f",
                pair.mode(), pair.other(), pair.difference(), pair.wins(), pair.losses(), pair.p());
    }

    private static List<String> misses(String mode, List<Outcome> outcomes, boolean list) {
        Map<RankingFailure.Reason, Integer> counts = new TreeMap<>();
        List<String> each = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            RankingFailure miss = outcome.miss();
            if (miss != null) {
                counts.merge(miss.reason(), 1, Integer::sum);
                each.add("  " + outcome.query().id() + " " + outcome.query().text().replaceAll("\\s+", " ") + "\n    "
                        + miss.reason().label() + ": " + miss.expected() + " " + miss.detail());
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(mode + " missed " + each.size() + ": " + String.join(", ", counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().label()).toList()));
        lines.addAll(list ? each : List.of());
        return lines;
    }
}
