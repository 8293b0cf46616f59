package dev.qorpus.web.json.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.check.CheckReport;

/**
 * What a check found: {@code rules} counts the findings of each rule that has any, {@code layouts} says how each file's
 * questions are written.
 */
public record CheckView(int files, int entries, List<FindingView> findings, Map<String, Integer> rules,
        Map<String, String> layouts, List<String> notes) {

    /** The view of a report. */
    public static CheckView of(CheckReport report) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        report.counts().forEach((rule, count) -> rules.put(rule.id(), count));
        return new CheckView(report.files(), report.entries(), report.findings().stream().map(FindingView::of).toList(),
                rules, report.layouts(), report.notes());
    }
}
