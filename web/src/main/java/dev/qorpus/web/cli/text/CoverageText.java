package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.coverage.LeftOutRule;
import dev.qorpus.indexer.corpus.entry.EntryKind;

/** The coverage of a corpus in words: what is in entries, what was left out, and what was not read. */
public final class CoverageText {

    /** A share below this one is worth a line. */
    private static final double ENOUGH = .95;
    private static final int MOST_RANGES = 10;

    private CoverageText() {}

    /** The number of entries with their kinds: {@code 12 entries (10 questions, 2 sections)}. */
    public static String entries(int entries, CorpusContent content) {
        List<String> kinds = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            int count = content.count(kind);
            if (count > 0) {
                kinds.add(count + " " + kind.id() + (count == 1 ? "" : "s"));
            }
        }
        return entries + (entries == 1 ? " entry" : " entries")
                + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")");
    }

    /** The share of the text that is in entries, and which words each rule left out. */
    static String shares(Coverage coverage) {
        String leftOut = coverage.leftOut().entrySet().stream()
                .map(rule -> percent(rule.getValue(), coverage.words()) + " " + rule.getKey().description())
                .collect(Collectors.joining(", "));
        return share(coverage) + " of the text in entries"
                + (leftOut.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "; of %,d words left out: %s", coverage.words(), leftOut));
    }

    /** One line if less than 95 % of the words are in entries; empty otherwise. */
    public static String warning(CorpusContent content) {
        Coverage coverage = content.coverage();
        return coverage.share() >= ENOUGH
                ? ""
                : "only " + share(coverage) + " of the text is in entries; 'qorpus check' shows what was left out";
    }

    /** The lines of a file that were left out, by rule: {@code table of contents: 3-9; no rule: 20}. */
    static String lines(Coverage.OfFile coverage) {
        SortedMap<LeftOutRule, List<String>> ranges = new TreeMap<>();
        coverage.lines().forEach(lines -> ranges.computeIfAbsent(lines.rule(), rule -> new ArrayList<>())
                .add(lines.first() == lines.last() ? "" + lines.first() : lines.first() + "-" + lines.last()));
        return ranges.entrySet().stream().map(CoverageText::ranges).collect(Collectors.joining("; "));
    }

    private static String ranges(Map.Entry<LeftOutRule, List<String>> rule) {
        int more = rule.getValue().size() - MOST_RANGES;
        return rule.getKey().description() + " in "
                + (rule.getValue().size() == 1 && !rule.getValue().getFirst().contains("-") ? "line " : "lines ")
                + rule.getValue().stream().limit(MOST_RANGES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String share(Coverage coverage) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * coverage.share());
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 100.0 : 100.0 * part / whole);
    }
}
