package dev.qorpus.indexer.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * What a check found.
 *
 * @param files how many were read
 * @param entries how many they hold
 * @param findings by file and line; behind them the near duplicates, the most similar first
 * @param layouts by file, how its questions are written and why they were read so
 * @param notes what else to know, for instance what was not checked
 */
public record CheckReport(int files, int entries, List<Finding> findings, SortedMap<String, String> layouts,
        List<String> notes) {

    /** Keeps copies. */
    public CheckReport {
        findings = List.copyOf(findings);
        layouts = Collections.unmodifiableSortedMap(new TreeMap<>(layouts));
        notes = List.copyOf(notes);
    }

    /** How many findings there are of each rule that has any, in the order of the rules. */
    public Map<Finding.Rule, Integer> counts() {
        Map<Finding.Rule, Integer> counts = new EnumMap<>(Finding.Rule.class);
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        return counts;
    }
}
