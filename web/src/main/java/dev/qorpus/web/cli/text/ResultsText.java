package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.qorpus.search.result.GroupCounts;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.HitGroup;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;
import dev.qorpus.web.json.ResultsView;

/**
 * Results as text.
 *
 * @param files where the entries are
 */
public record ResultsText(Terminal terminal, SourceFiles files) {

    /** The results of a question. The first line says how likely the first hit is right. */
    public List<StyledText> of(Results results) {
        List<StyledText> lines = new ArrayList<>();
        boolean beginning = !results.hits().isEmpty() && results.hits().getFirst().rank() == 1;
        if (beginning) {
            lines.addAll(paragraph(verdict(results)));
            // Where the first hit is likely right, missing words may only be other words for the same.
            if (!results.missing().words().isEmpty() && results.confidence() < ResultsView.LIKELY_FROM) {
                lines.addAll(paragraph("The first hit is without: " + String.join(", ", results.missing().words())
                        + "."));
            }
        }
        lines.addAll(remarks(results));
        addHits(results, lines);
        return lines;
    }

    /** The entries that are about the same as something. */
    public List<StyledText> related(Results results) {
        List<StyledText> lines = new ArrayList<>(remarks(results));
        addHits(results, lines);
        return lines;
    }

    private static StyledText verdict(Results results) {
        String percent = percent(results.confidence());
        if (results.answered()) {
            return (results.confidence() >= ResultsView.LIKELY_FROM
                    ? StyledText.of("Likely right", Style.GOOD)
                    : StyledText.of("Possibly right", Style.BOLD)).plus(" · confidence " + percent);
        }
        return StyledText.of(results.confident()
                ? "The question is in the corpus, but has no answer yet"
                : "Probably nothing here answers that", Style.BOLD).plus(" · confidence in the first hit " + percent);
    }

    private static String percent(double confidence) {
        return Math.round(100 * confidence) + " %";
    }

    /** How the question was understood. */
    private List<StyledText> remarks(Results results) {
        List<StyledText> lines = new ArrayList<>();
        if (!results.corrections().isEmpty()) {
            lines.addAll(paragraph("Also searched for: " + results.corrections().stream()
                    .map(correction -> correction.to() + " (for " + correction.from() + ")")
                    .collect(Collectors.joining(", ")) + ". Only as typed: --typed"));
        }
        results.notes().forEach(note -> lines.addAll(paragraph(note)));
        if (results.lexicalOnly()) {
            lines.addAll(paragraph(ResultsView.LEXICAL_ONLY));
        }
        if (results.hits().isEmpty()) {
            lines.addAll(paragraph(nothing(results)));
        }
        return lines;
    }

    /** A group has a heading where it follows another one. */
    private void addHits(Results results, List<StyledText> lines) {
        List<Hit> hits = results.hits();
        ListedHit text = new ListedHit(terminal, files);
        HitGroup before = null;
        for (Hit hit : hits) {
            if (!lines.isEmpty()) {
                lines.add(StyledText.EMPTY);
            }
            if (before != null && before != hit.group()) {
                lines.add(StyledText.of(hit.group() == HitGroup.RELATED ? "Related" : "Others", Style.BOLD));
                lines.add(StyledText.EMPTY);
            }
            before = hit.group();
            lines.addAll(text.of(hit));
        }
        lines.add(StyledText.EMPTY);
        lines.add(StyledText.of(String.format(Locale.ROOT, "%s of %d, %s, %s, %.1f ms", ranks(hits), results.total(),
                results.mode(), results.model(), results.tookMillis()), Style.FAINT));
    }

    /** The ranks that are listed: how many hits, or from where to where. */
    private static String ranks(List<Hit> hits) {
        return hits.isEmpty() || hits.getFirst().rank() == 1
                ? Integer.toString(hits.size())
                : hits.getFirst().rank() + " to " + hits.getLast().rank();
    }

    private static String nothing(Results results) {
        if (results.total() > 0) {
            return "There are no further hits. Try a lower --offset.";
        }
        if (!results.groups().equals(GroupCounts.NONE)) {
            return "No entry is near enough. Leave out --cut to see the others.";
        }
        return results.notes().isEmpty()
                ? "No entry matches. Try --mode hybrid, or fewer filters."
                : "No entry matches.";
    }

    private List<StyledText> paragraph(String text) {
        return paragraph(StyledText.of(text));
    }

    private List<StyledText> paragraph(StyledText text) {
        return Paragraph.indented(terminal.textWidth(), 0).lines(text);
    }
}
