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
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

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
    private static final String ENDS = ".!?:;)…\"'”*_`>。！？」）";
    /** A question and its answer in one line: {@code What …? >> …}, {@code What …?<tab>…}. */
    private static final Pattern ANSWERED = Pattern
            .compile(
                    "(?<question>\\S.{2,300}?[?？](?:</\\w{1,10}>|[*_]{1,3})?)(?<sign>\\s*(?:>>>?|::|→|⇒|[=-]>|<br\\s*/?>)\\s*|[ ]*\\t\\s*"
                            + "|\\s*[:|—–]\\s+|;\\s*|\\s+-\\s+)(?<answer>\\S.*)",
                    Pattern.CASE_INSENSITIVE);

    /** Without these, a line has no answer. */
    private static final List<String> SIGNS = List.of("::", ">>", "=>", "->", "\t", "→", "⇒", "<br", "<BR", ": ", "| ",
            ";",
            "—", "–", " - ");
    /** What may be behind the words of a line: a break, and closing tags. */
    private static final Pattern END = Pattern.compile("(?:</?\\w{1,10}\\s*/?>|\\\\|\\s)+\\z");
    /** The first line of a callout. */
    private static final Pattern ALERT = Pattern.compile("\\[![\\w-]{1,30}\\][+-]?\\s*(?<title>.*)");

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
        } else {
            lines(paragraph);
        }
        asked(paragraph);
    }

    /** Adds each line that asks and has its answer in the lines below it. */
    private void lines(Paragraph paragraph) {
        List<SourceSpan> lines = paragraph.getSourceSpans();
        for (int i = 0; i < lines.size(); i++) {
            String line = line(lines.get(i));
            if (line.length() <= LONGEST && HeadingWords.endsAsQuestion(line)
                    && (i == 0 || isSentence(line(lines.get(i - 1)), line))) {
                int start = lines.get(i).getInputIndex();
                found.add(marker(start, source.lineEnd(start), source.length(), QuestionText.ofMarkdown(line)));
            }
        }
    }

    /** Adds a question in italics that begins a paragraph with its answer. */
    private void asked(Paragraph paragraph) {
        Node first = paragraph.getFirstChild();
        boolean behind = first instanceof Emphasis && first.getNext() instanceof Text text
                && !text.getLiteral().isBlank();
        if (behind && HeadingWords.endsAsQuestion(Blocks.text(first))) {
            found.add(marker(Blocks.start(first), Blocks.end(first), source.length(),
                    QuestionText.of(Blocks.text(first))));
        }
    }

    /** Whether a line is not the rest of the sentence in the line before it. */
    private static boolean isSentence(String before, String line) {
        int first = line.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(0);
        return !Character.isLowerCase(first) && !before.isEmpty()
                && ENDS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private String line(SourceSpan span) {
        int start = span.getInputIndex();
        return END.matcher(source.slice(start, start + span.getLength()).strip()).replaceFirst("");
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
        if (first instanceof Paragraph paragraph) {
            if (alone && first.getSourceSpans().size() == 1) {
                whole(first, Blocks.start(quote), Blocks.end(quote));
            } else {
                inside(quote, paragraph);
            }
        } else if (first instanceof Heading && HeadingWords.endsAsQuestion(Blocks.text(first))) {
            int body = source.lineEnd(Blocks.end(first));
            markers.add(new QuestionMarker(Form.CALLOUT, source.lineStart(Blocks.start(quote)),
                    alone ? Blocks.end(quote) : body, alone ? source.length() : Blocks.end(quote), 0,
                    QuestionText.of(Blocks.text(first)), null,
                    alone ? Nesting.NONE : new Nesting(source.column(Blocks.start(quote)), true)));
        }
    }

    /** Adds the question in the first line of a quote that also has the answer. */
    private void inside(BlockQuote quote, Paragraph first) {
        List<SourceSpan> lines = first.getSourceSpans();
        SourceSpan asking = lines.getFirst();
        String line = line(asking);
        Matcher alert = ALERT.matcher(line);
        if (alert.matches()) {
            boolean titled = !alert.group("title").isEmpty() || lines.size() == 1;
            asking = titled ? asking : lines.get(1);
            line = titled ? alert.group("title") : line(asking);
        }
        if (line.length() <= LONGEST && HeadingWords.endsAsQuestion(line)) {
            int body = source.lineEnd(asking.getInputIndex());
            found.add(new QuestionMarker(Form.LINE, source.lineStart(Blocks.start(quote)), body,
                    Math.max(body, Blocks.end(quote)), 0, QuestionText.ofMarkdown(line), null,
                    new Nesting(source.column(Blocks.start(quote)), true)));
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
