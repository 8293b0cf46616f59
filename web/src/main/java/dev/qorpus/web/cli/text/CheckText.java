package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.check.CheckReport;
import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.UnreadFormats;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/**
 * A check as text: a line for each finding, in the form of compiler messages, and totals.
 *
 * @param explain whether to begin with the layout of each file
 */
public record CheckText(Terminal terminal, boolean explain) {

    /** The most findings of a rule that are listed; the rest is counted. */
    private static final int MOST_OF_A_RULE = 20;

    /** Further lines of a message. */
    private static final int HANGING = 4;

    /**
     * The findings of a corpus.
     *
     * @param files where the files are
     */
    public List<StyledText> of(CheckReport report, SourceFiles files) {
        Map<String, Finding> places = new HashMap<>();
        report.findings().forEach(finding -> places.putIfAbsent(oneLine(finding.toString()), finding));
        return lines(report).stream().flatMap(line -> broken(line, places.get(line), files).stream()).toList();
    }

    /** A program that reads standard output gets one line for each message. */
    private List<StyledText> broken(String line, @Nullable Finding finding, SourceFiles files) {
        String place = finding == null ? "" : oneLine(finding.file() + ":" + finding.line());
        StyledText text = finding != null && line.startsWith(place)
                ? files.place(finding.file(), finding.line()).plus(line.substring(place.length()))
                : StyledText.of(line);
        return terminal.bounded()
                ? Paragraph.hanging(terminal.textWidth(), HANGING).lines(text)
                : List.of(text);
    }

    private List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        if (explain) {
            report.readings().forEach((file, reading) -> lines.addAll(explained(oneLine(file), reading)));
            report.ignored().forEach(path -> lines.add(oneLine(path.name() + ": ignored: " + path.reason())));
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
        UnreadFormats.sentences(report.content().unread()).forEach(lines::add);
        lines.add("coverage: " + CoverageText.shares(report.content().coverage()));
        lines.add(totals(report));
        return lines;
    }

    private static List<String> explained(String file, CheckReport.FileReading reading) {
        List<String> lines = new ArrayList<>();
        if (!reading.layout().isEmpty()) {
            lines.add(file + ": " + reading.layout());
        }
        if (reading.coverage().counts().words() > 0) {
            lines.add(file + ": " + CoverageText.shares(reading.coverage().counts()));
        }
        if (!reading.coverage().lines().isEmpty()) {
            lines.add(file + ": " + CoverageText.lines(reading.coverage()));
        }
        return lines;
    }

    private static String totals(CheckReport report) {
        int findings = report.findings().size();
        String rules = report.counts().entrySet().stream().map(rule -> rule.getValue() + " " + rule.getKey().id())
                .collect(Collectors.joining(", "));
        return report.files() + (report.files() == 1 ? " file, " : " files, ")
                + CoverageText.entries(report.entries(), report.content()) + ", " + findings
                + (findings == 1 ? " finding" : " findings") + (findings == 0 ? "" : ": " + rules);
    }

    /** Replaces control characters of messages and file names. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\x{2028}\\x{2029}]+", " ");
    }
}
