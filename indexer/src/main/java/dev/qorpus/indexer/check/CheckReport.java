package dev.qorpus.indexer.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.coverage.CorpusContent;
import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

/**
 * The result of a check.
 *
 * @param files the number of files
 * @param entries the number of entries
 * @param content what was read of the corpus, and what was not
 * @param findings the findings by file and line, then the near duplicates by similarity
 * @param readings how each file was read
 * @param ignored the files and folders that are not read because something says that they are no content
 * @param notes further remarks, for example on what was not checked
 */
public record CheckReport(int files, int entries, CorpusContent content, List<Finding> findings,
        SortedMap<String, FileReading> readings, List<IgnoredPath> ignored, List<String> notes) {

    /**
     * How a file was read.
     *
     * @param layout the layout of its questions and the reason for its choice; empty for a file of records
     * @param coverage which of its words are in entries
     */
    public record FileReading(String layout, Coverage.OfFile coverage) {

        /** Nothing is known yet. */
        static final FileReading NONE = new FileReading("", Coverage.OfFile.NONE);
    }

    /** Copies the collections. */
    public CheckReport {
        findings = List.copyOf(findings);
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
    }

    /** The number of findings of each rule, in the order of the rules. Rules without findings are left out. */
    public Map<Finding.Rule, Integer> counts() {
        Map<Finding.Rule, Integer> counts = new EnumMap<>(Finding.Rule.class);
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        return counts;
    }
}
