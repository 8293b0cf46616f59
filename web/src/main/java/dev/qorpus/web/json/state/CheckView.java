package dev.qorpus.web.json.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.check.CheckReport;

/**
 * The result of a check.
 *
 * @param files the number of files
 * @param entries the number of entries
 * @param kinds the number of entries of each kind
 * @param coverage which words of the corpus are in entries
 * @param findings the findings
 * @param rules the number of findings of each rule that has any
 * @param layouts for each file, the layout of its questions and the reason for its choice
 * @param fileCoverage for each file, which of its words are in entries
 * @param notes further remarks
 */
public record CheckView(int files, int entries, Map<String, Integer> kinds, CoverageView coverage,
        List<FindingView> findings, Map<String, Integer> rules, Map<String, String> layouts,
        Map<String, CoverageView> fileCoverage, List<String> notes) {

    /** The view of a report. */
    public static CheckView of(CheckReport report) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        report.counts().forEach((rule, count) -> rules.put(rule.id(), count));
        Map<String, String> layouts = new LinkedHashMap<>();
        Map<String, CoverageView> coverage = new LinkedHashMap<>();
        report.readings().forEach((file, reading) -> {
            if (!reading.layout().isEmpty()) {
                layouts.put(file, reading.layout());
            }
            coverage.put(file, CoverageView.of(reading.coverage().counts()));
        });
        return new CheckView(report.files(), report.entries(), CoverageView.kinds(report.content()),
                CoverageView.of(report.content()), report.findings().stream().map(FindingView::of).toList(), rules,
                layouts, coverage, report.notes());
    }
}
