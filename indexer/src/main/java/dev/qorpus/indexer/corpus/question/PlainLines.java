package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds questions without any label: paragraphs of one line that ask, in italics, code, HTML or a quote, and lines with the
 * answer behind a sign. {@link InlineLayout} decides whether they are questions of the file.
 */
final class PlainLines {

    /** Longer lines are prose. */
    private static final int LONGEST = 300;
    /** A question and its answer in one line: {@code What …? >> …}, {@code What …?<tab>…}. */
    private static final Pattern ANSWERED = Pattern
            .compile("(?<question>\\S.{2,300}?[?？])(?<sign>\\s*(?:>>>?|::|→|⇒|=>)\\s*|[ ]*\\t\\s*)(?<answer>\\S.*)");

    /** Without these, a line has no answer. */
    private static final List<String> SIGNS = List.of("::", ">>", "=>", "\t", "→", "⇒");

    private final SourceText source;
    private final List<QuestionMarker> markers;
    private final List<QuestionMarker> found = new ArrayList<>();

    /** @param markers receives the questions */
    PlainLines(SourceText source, List<QuestionMarker> markers) {
        this.source = source;
        this.markers = markers;
    }

    /** Adds the lines that have no other form. To be called at the end. */
    void finish() {
        Set<Integer> formed = markers.stream().map(QuestionMarker::start).collect(Collectors.toSet());
        found.stream().filter(line -> !formed.contains(line.start())).forEach(markers::add);
    }

    /** Reads a paragraph: a question, or lines with question and answer. */
    void read(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof Document)) {
            return;
        }
        int end = Blocks.end(paragraph);
        for (int at = Blocks.start(paragraph); at < end; at = source.lineEnd(at)) {
            String line = source.slice(at, Math.min(end, source.lineEnd(at)));
            Optional<MatchResult> answered = answered(line);
            if (answered.isPresent()) {
                int start = at + line.indexOf(line.strip());
                add(at, start + answered.get().start("answer"), source.lineEnd(at), answered.get().group("question"));
            }
        }
        if (paragraph.getSourceSpans().size() == 1) {
            whole(paragraph, Blocks.start(paragraph), end);
        }
    }

    /** A line that has a question, a sign and an answer, with the groups {@code question} and {@code answer}. */
    static Optional<MatchResult> answered(String line) {
        Matcher answered = ANSWERED.matcher(line.strip());
        boolean sign = line.length() <= 2 * LONGEST && SIGNS.stream().anyMatch(line::contains);
        return sign && answered.matches() ? Optional.of(answered.toMatchResult()) : Optional.empty();
    }

    /** Reads a quote: a question in a quote of its own, or a heading that asks with the answer in the quote. */
    void read(BlockQuote quote) {
        Node first = quote.getFirstChild();
        if (!(quote.getParent() instanceof Document) || first == null || first.getSourceSpans().isEmpty()) {
            return;
        }
        boolean alone = first.getNext() == null;
        if (first instanceof Paragraph && alone && first.getSourceSpans().size() == 1) {
            whole(first, Blocks.start(quote), Blocks.end(quote));
        } else if (first instanceof Heading && HeadingWords.endsAsQuestion(Blocks.text(first))) {
            int body = source.lineEnd(Blocks.end(first));
            markers.add(new QuestionMarker(Form.CALLOUT, source.lineStart(Blocks.start(quote)),
                    alone ? Blocks.end(quote) : body, alone ? source.length() : Blocks.end(quote), 0,
                    QuestionText.of(Blocks.text(first)), null,
                    alone ? Nesting.NONE : new Nesting(source.column(Blocks.start(quote)), true)));
        }
    }

    private void whole(Node text, int start, int end) {
        if (end - start <= LONGEST && HeadingWords.endsAsQuestion(Blocks.text(text))) {
            found.add(marker(start, end, source.length(), QuestionText.of(Blocks.text(text))));
        }
    }

    private void add(int start, int body, int end, String question) {
        found.add(marker(start, body, end, QuestionText.ofMarkdown(question)));
    }

    private QuestionMarker marker(int start, int body, int end, QuestionText words) {
        return new QuestionMarker(Form.LINE, source.lineStart(start), body, end, 0, words, null,
                new Nesting(source.column(start), false));
    }
}
