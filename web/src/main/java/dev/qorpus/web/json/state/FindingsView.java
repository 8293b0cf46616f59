package dev.qorpus.web.json.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * A page of the findings of a check.
 *
 * @param state {@code done}; {@code checking}, with the earlier findings; {@code failed}; or {@code unchecked}, if
 * the corpus is large and all findings were not requested yet
 * @param files how many were read
 * @param entries how many entries they have
 * @param total how many findings match the filters
 * @param offset how many of them come before this page
 * @param rules how many findings each rule has, for all rules
 * @param inFiles how many findings each file has, for the files with the most
 * @param notes further information, for instance what was not checked
 */
public record FindingsView(String state, int files, int entries, int total, int offset, List<FindingView> findings,
        List<RuleCount> rules, List<FileCount> inFiles, List<String> notes) {

    private static final int MOST_FILES = 200;

    /** A rule, its meaning, how to fix its findings, and their number. */
    public record RuleCount(String rule, String severity, String description, String help, int count) {}

    /** A file, and its number of findings. */
    public record FileCount(String file, int count) {}

    /** The filters of findings; an empty one matches everything. */
    public record Wanted(String rule, String file, String entry, int offset, int most) {

        private boolean byRule(Finding finding) {
            return rule.isEmpty() || finding.rule().id().equals(rule);
        }

        private boolean byFile(Finding finding) {
            return file.isEmpty() || finding.file().equals(file);
        }

        private boolean byEntry(Finding finding) {
            return entry.isEmpty() || (finding.id() != null && finding.id().value().equals(entry))
                    || finding.related().stream().anyMatch(place -> place.id().value().equals(entry));
        }
    }

    /** The findings of a report that match. */
    public static FindingsView of(String state, CheckReport report, Wanted wanted) {
        List<Finding> here = report.findings().stream().filter(wanted::byEntry).toList();
        List<Finding> found = here.stream().filter(wanted::byRule).filter(wanted::byFile).toList();
        return new FindingsView(state, report.files(), report.entries(), found.size(), wanted.offset(),
                found.stream().skip(wanted.offset()).limit(wanted.most()).map(FindingView::of).toList(),
                rules(here.stream().filter(wanted::byFile).toList()),
                files(here.stream().filter(wanted::byRule).toList()), report.notes());
    }

    private static List<RuleCount> rules(List<Finding> findings) {
        Map<Finding.Rule, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        return counts.entrySet().stream().map(rule -> new RuleCount(rule.getKey().id(), rule.getKey().severity().id(),
                rule.getKey().description(), rule.getKey().help(), rule.getValue())).toList();
    }

    private static List<FileCount> files(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::file, TreeMap::new, Collectors.counting()))
                .entrySet().stream().map(file -> new FileCount(file.getKey(), Math.toIntExact(file.getValue())))
                .sorted(Comparator.comparingInt(FileCount::count).reversed()).limit(MOST_FILES).toList();
    }
}
