package dev.qorpus.indexer.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * The result of a check.
 *
 * @param files the number of files
 * @param entries the number of entries
 * @param findings the findings by file and line, then the near duplicates by similarity
 * @param layouts for each file, the layout of its questions and the reason for its choice
 * @param notes further remarks, for example on what was not checked
 */
public record CheckReport(int files, int entries, List<Finding> findings, SortedMap<String, String> layouts,
        List<String> notes) {

    /** Copies the collections. */
    public CheckReport {
        findings = List.copyOf(findings);
        layouts = Collections.unmodifiableSortedMap(new TreeMap<>(layouts));
        notes = List.copyOf(notes);
    }

    /** The number of findings of each rule, in the order of the rules. Rules without findings are left out. */
    public Map<Finding.Rule, Integer> counts() {
        Map<Finding.Rule, Integer> counts = new EnumMap<>(Finding.Rule.class);
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        return counts;
    }
}
