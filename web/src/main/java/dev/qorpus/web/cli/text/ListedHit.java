package dev.qorpus.web.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.result.AlignedWord;
import dev.qorpus.search.result.Duplicate;
import dev.qorpus.search.result.Explanation;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.PassageHit;
import dev.qorpus.web.cli.terminal.Paragraph;
import dev.qorpus.web.cli.terminal.Style;
import dev.qorpus.web.cli.terminal.StyledText;
import dev.qorpus.web.cli.terminal.Terminal;

/** A hit as text: the question, where it is and how it ranked, and the passage. */
record ListedHit(Terminal terminal, SourceFiles files) {

    /** All but the question stands below it. */
    private static final int INDENT = 4;
    /** How many of the entries with the same answer are named. */
    private static final int FEW = 4;

    List<StyledText> of(Hit hit) {
        List<StyledText> lines = new ArrayList<>();
        lines.addAll(Paragraph.behind(StyledText.of(format("%2d  ", hit.rank())), terminal.textWidth())
                .lines(question(hit.entry(), hit.questionHighlights())));
        lines.addAll(paragraph(INDENT).items(figures(hit)));
        lines.addAll(passage(hit.passage(), hit.highlights()));
        if (!hit.duplicates().isEmpty()) {
            lines.addAll(paragraph(INDENT).lines(duplicates(hit.duplicates())));
        }
        Explanation explanation = hit.explanation();
        if (explanation != null) {
            add(explanation, lines);
        }
        return lines;
    }

    /** A question with its number and the matched words. */
    static StyledText question(Entry entry, List<Span> matches) {
        String number = entry.number() == null ? "" : entry.number() + ". ";
        StyledText question = StyledText.of(number + entry.question(), Style.BOLD);
        for (Span match : matches) {
            question = question.with(Style.MATCH, number.length() + match.start(), number.length() + match.end());
        }
        return question;
    }

    private List<StyledText> figures(Hit hit) {
        Entry entry = hit.entry();
        List<StyledText> figures = new ArrayList<>(List.of(files.place(entry.file(), entry.line())));
        List<String> parts = new ArrayList<>(List.of(format("score %.3f", hit.score())));
        // An entry without a word of the question has a place behind those that have one, which tells nothing.
        parts.add(hit.lexical().score() == 0
                ? "no word shared"
                : format("words #%d (%.2f)", hit.lexical().rank(), hit.lexical().score()));
        if (hit.dense().rank() > 0) {
            parts.add(format("meaning #%d (%.2f)", hit.dense().rank(), hit.dense().score()));
        }
        if (hit.rerank().rank() > 0) {
            parts.add(format("reranker #%d (%.2f)", hit.rerank().rank(), hit.rerank().score()));
        }
        List<String> headings = new ArrayList<>(entry.section());
        if (!entry.title().isEmpty()) {
            headings.addFirst(entry.title());
        }
        parts.add(String.join(" › ", headings));
        parts.add(entry.type() == null ? "" : entry.type());
        parts.stream().filter(part -> !part.isEmpty())
                .forEach(part -> figures.add(StyledText.of(part.replace('\n', ' '), Style.FAINT)));
        return figures;
    }

    /** Where there are colours, a bar marks it, and its matched words have another colour. */
    private List<StyledText> passage(@Nullable PassageHit passage, List<Span> matches) {
        if (passage == null) {
            return paragraph(INDENT).lines(StyledText.of("(no answer yet)"));
        }
        StyledText text = StyledText.of(passage.text());
        for (Span match : matches) {
            int start = Math.max(match.start(), passage.start()) - passage.start();
            int end = Math.min(match.end(), passage.end()) - passage.start();
            text = start < end ? text.with(Style.MATCH, start, end) : text;
        }
        StyledText bar = terminal.styled()
                ? StyledText.of("  ").plus("▎", Style.ACCENT).plus(" ")
                : StyledText.of(" ".repeat(INDENT));
        return new Paragraph(terminal.textWidth(), bar, bar).lines(text);
    }

    private StyledText duplicates(List<Duplicate> duplicates) {
        StyledText text = StyledText.of("and " + duplicates.size() + " more with the same answer: ", Style.FAINT);
        for (int i = 0; i < Math.min(FEW, duplicates.size()); i++) {
            Duplicate duplicate = duplicates.get(i);
            text = text.plus(i == 0 ? "" : ", ", Style.FAINT).plus(files.place(duplicate.file(), duplicate.line()));
        }
        return duplicates.size() > FEW ? text.plus(", …", Style.FAINT) : text;
    }

    private void add(Explanation explanation, List<StyledText> lines) {
        lines.addAll(paragraph(INDENT)
                .lines(StyledText.of(format("why: %s = %.4f", explanation.fusion(), explanation.score()))));
        List<String> parts = new ArrayList<>();
        if (explanation.prior() < 1) {
            parts.add(format("a section counts %.2f times as much as a question", explanation.prior()));
        }
        for (ScorePart part : explanation.parts()) {
            String rank = part.rank() == 0 ? "-" : "#" + part.rank();
            parts.add(format("%-8s %-5s %8.4f → %.4f × %.2f = %.4f", part.name(), rank, part.raw(), part.normalised(),
                    part.weight(), part.contribution()));
        }
        for (AlignedWord pair : explanation.alignment()) {
            parts.add(format("nearest  %-16s %8.4f %s%s", pair.word(), pair.cosine(), pair.partner(),
                    pair.inQuestion() ? " (in the question)" : ""));
        }
        for (TermScore term : explanation.terms()) {
            parts.add(format("word     %-16s %8.4f of at most %.4f", term.term(), term.score(), term.idf()));
        }
        parts.forEach(part -> lines.addAll(paragraph(INDENT + 2).lines(StyledText.of(part))));
    }

    private Paragraph paragraph(int indent) {
        return Paragraph.indented(terminal.textWidth(), indent);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
