package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.compare.Comparison;
import dev.qorpus.search.compare.NearestWords;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.result.Results;

/**
 * A comparison as text.
 *
 * @param words for an entry, the words nearest to those of the question
 */
public record ComparisonText(Comparison comparison, Function<EntryId, List<NearestWords.Pair>> words) {

    private static final int NARROWEST = 10;
    /** How many entries are shown with nearest words. Each costs the embedding of its words. */
    private static final int EXPLAINED = 3;

    public String text() {
        List<String> lines = new ArrayList<>();
        int width = Math.max(NARROWEST,
                comparison.modes().stream().mapToInt(mode -> mode.length() + 2).max().orElse(0));
        StringBuilder header = new StringBuilder();
        for (String mode : comparison.modes()) {
            header.append(padded(mode, width));
        }
        lines.add(header + "question");
        int explained = 0;
        for (Comparison.Move move : comparison.moves()) {
            lines.addAll(move(move, width, explained < EXPLAINED));
            explained++;
        }
        lines.add("");
        comparison.overlap().forEach(overlap -> lines.add(String.format(Locale.ROOT,
                "%s and %s share %d of %d, rank-biased overlap %.2f", overlap.a(), overlap.b(), overlap.shared(),
                overlap.of(), overlap.rbo())));
        lines.add("");
        comparison.results().forEach((mode, results) -> lines.add(cost(mode, results, width)));
        return String.join("\n", lines);
    }

    private List<String> move(Comparison.Move move, int width, boolean explained) {
        StringBuilder row = new StringBuilder();
        for (String mode : comparison.modes()) {
            Integer rank = move.ranks().get(mode);
            row.append(padded(rank == null ? "–" : "#" + rank, width));
        }
        String indent = " ".repeat(comparison.modes().size() * width);
        List<String> lines = new ArrayList<>(List.of(row + move.question(), indent + move.reason()));
        List<NearestWords.Pair> pairs = explained ? words.apply(move.id()) : List.of();
        if (!pairs.isEmpty()) {
            lines.add(
                    indent + "Nearest words: " + String.join(", ", pairs.stream().map(pair -> String.format(Locale.ROOT,
                            "%s ~ %s %.2f", pair.word(), pair.nearest(), pair.cosine())).toList()));
        }
        return lines;
    }

    private String cost(String mode, Results results, int width) {
        ModeCost cost = comparison.costs().getOrDefault(mode, ModeCost.NONE);
        return String.format(Locale.ROOT, "%s%.1f ms, %.0f bytes and %.2f ms of indexing for an entry",
                padded(mode, width), results.tookMillis(), cost.bytesPerEntry(), cost.indexMillisPerEntry());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
