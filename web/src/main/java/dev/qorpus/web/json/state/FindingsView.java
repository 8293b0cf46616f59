package dev.qorpus.web.json.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.entry.Finding;

/**
 * A part of what a check found.
 *
 * @param state {@code done}; {@code checking}, while what was found before is shown; {@code failed}; or
 *        {@code unchecked}, because the corpus is large and nobody has asked for all findings yet
 * @param files how many were read
 * @param entries how many they hold
 * @param total how many findings pass the filters
 * @param offset how many of them stand before those shown
 * @param rules how many findings each rule has, whichever rule is asked for
 * @param inFiles how many findings each file has, whichever file is asked for; those with the most
 * @param notes what else to know, for instance what was not checked
 */
public record FindingsView(String state, int files, int entries, int total, int offset, List<FindingView> findings,
        List<RuleCount> rules, List<FileCount> inFiles, List<String> notes) {

    private static final int MOST_FILES = 200;

    /** A rule, what it means, how to mend what it finds, and how often it found something. */
    public record RuleCount(String rule, String severity, String description, String help, int count) {}

    /** A file, and how many findings are in it. */
    public record FileCount(String file, int count) {}

    /** Which findings are wanted; what is empty lets everything pass. */
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

    /** The findings of a report that are wanted. */
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
