package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.entry.Finding;

/** A check as text: a line for each finding, in the form of compiler messages, and totals. */
public final class CheckText {

    /** The most findings of a rule that are listed; the rest is counted. */
    private static final int MOST_OF_A_RULE = 20;

    private CheckText() {}

    /**
     * The findings of a corpus.
     *
     * @param explain whether to begin with the layout of each file
     */
    public static String of(CheckReport report, boolean explain) {
        List<String> lines = new ArrayList<>();
        if (explain) {
            report.layouts().forEach((file, layout) -> lines.add(file + ": " + layout));
        }
        Map<Finding.Rule, Integer> shown = new EnumMap<>(Finding.Rule.class);
        for (Finding finding : report.findings()) {
            if (shown.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE) {
                lines.add(oneLine(finding.toString()));
            }
        }
        report.counts().forEach((rule, count) -> {
            if (count > MOST_OF_A_RULE) {
                lines.add("… " + (count - MOST_OF_A_RULE) + " more [" + rule.id() + "]; --json lists all");
            }
        });
        report.notes().forEach(note -> lines.add("note: " + note));
        lines.add(totals(report));
        return String.join("\n", lines);
    }

    private static String totals(CheckReport report) {
        int findings = report.findings().size();
        String rules = report.counts().entrySet().stream().map(rule -> rule.getValue() + " " + rule.getKey().id())
                .collect(Collectors.joining(", "));
        return report.files() + (report.files() == 1 ? " file, " : " files, ") + report.entries()
                + (report.entries() == 1 ? " entry, " : " entries, ") + findings
                + (findings == 1 ? " finding" : " findings") + (findings == 0 ? "" : ": " + rules);
    }

    /** Replaces control characters of messages and file names. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}]+", " ");
    }
}
