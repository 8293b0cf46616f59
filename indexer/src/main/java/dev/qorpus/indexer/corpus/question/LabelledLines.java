package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.question.words.LabelWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds {@code Q:} lines and the {@code A:} lines that answer them. The labels may be emphasised, written out, or in another
 * language. It also finds definition lists, whose answers begin with a colon.
 */
final class LabelledLines {

    private static final String EMPHASIS = "[*_]{0,3}";
    private static final Pattern QUESTION = Pattern.compile(
            EMPHASIS + "(?<word>" + LabelWords.QUESTION
                    + "|[FPDVВ](?!\\s{0,2}[.)]))[ .]{0,2}(?<number>[#№]?\\d{1,5}(?:\\.\\d{1,4})?)?"
                    + EMPHASIS + "(?:\\s*(?<mark>[:：.)．、])" + EMPHASIS
                    + "(?:\\s+|(?<=[：．、]))|\\s+(?<dash>[–—-])\\s+|(?<=\\d)\\s+)"
                    + EMPHASIS + "(?<text>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANSWER = Pattern.compile(
            EMPHASIS + "(?:" + LabelWords.ANSWER + "|[ARО])(?:" + "(?:[ .]?\\d{1,5})?(?: ?\\([\\p{L}\\p{N} ]{1,20}\\))?"
                    + EMPHASIS + "\\s*[:：.)．、]" + EMPHASIS + "(?:\\s.*|(?<=[：．、]).*|\\z)"
                    + "|[ .]?\\d{1,5}" + EMPHASIS + "(?:\\s+\\p{L}.*|\\s*)|(?:[ .]?\\d{1,5})?" + EMPHASIS
                    + "\\s+[–—-]\\s+.*)"
                    + "|" + EMPHASIS + "(?:" + LabelWords.ANSWER + ")" + EMPHASIS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A label without a question: {@code Question #1}. The question is in the next paragraph. */
    private static final Pattern LABEL_ONLY = Pattern.compile(EMPHASIS + "(?:" + LabelWords.QUESTION
            + ")[ .]{0,2}(?<number>[#№]?\\d{1,5})" + EMPHASIS + "\\s*[:：.)]?" + EMPHASIS + "\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Where the answer begins in the line of its question: {@code Q: …? A: …}. */
    private static final Pattern ANSWER_IN_LINE = Pattern
            .compile("[?？.!]" + EMPHASIS + "\\s*(?:<br\\s*/?>)?\\s*(?<answer>"
                    + EMPHASIS + "(?:" + LabelWords.ANSWER + "|A)(?:[ .]?\\d{1,5})?" + EMPHASIS
                    + "\\s*(?:[:：]|(?<=\\d)\\.(?=[\\s*_])))"
                    + "|[?？][*_]{1,3}(?<bold>\\s+\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A number in brackets, or a Chinese number, before a question. */
    private static final Pattern NUMBERED = Pattern.compile(
            "[*_]{0,3}(?:\\((?<number>\\d{1,4})\\)|（(?<wide>\\d{1,4})）|(?<chinese>[一二三四五六七八九十百]{1,4})[、.．])\\s*(?<text>\\S.*)");
    private static final Pattern END = Pattern.compile("(?:[*_]{1,3}|\\\\|<br\\s*/?>|\\s)+\\z");

    private static final String MARKS = ":：.)）．、–—-";
    private static final int LONGEST_LABEL = 40;

    private static final Pattern DEFINITION = Pattern.compile(":\\s+\\S.*");

    /** A line of a paragraph. */
    private record Line(int start, int end, String text) {}

    private final SourceText source;
    private final List<QuestionMarker> markers;
    /** The offsets of labels of answers, in order. */
    private final List<Integer> answers = new ArrayList<>();
    private final List<QuestionMarker> numbered = new ArrayList<>();
    /** Lists of one numbered item that asks. */
    private final List<QuestionMarker> items = new ArrayList<>();
    /** A line with a single letter as label. It is a question only if a label of an answer follows. */
    private @Nullable QuestionMarker unsure;

    /** @param markers receives the questions */
    LabelledLines(SourceText source, List<QuestionMarker> markers) {
        this.source = source;
        this.markers = markers;
    }

    /** Reads a list item. A list of one numbered question may continue the numbers of labels. */
    void read(QuestionMarker marker, ListItem item) {
        boolean alone = item.getParent() instanceof OrderedList list && list.getParent() instanceof Document
                && item.getPrevious() == null && item.getNext() == null;
        if (alone && HeadingWords.endsAsQuestion(marker.words().question())) {
            items.add(new QuestionMarker(Form.LABEL, marker.start(), marker.bodyStart(), source.length(), 0,
                    marker.words().asLabelled(), null, marker.nesting()));
        }
    }

    private boolean continues(QuestionMarker item) {
        return markers.stream().anyMatch(other -> other.form() == Form.LABEL && follows(item.words().number(),
                other.words().number()));
    }

    private static boolean follows(@Nullable String number, @Nullable String before) {
        return number != null && before != null && number.matches("\\d{1,5}") && before.matches("\\d{1,5}")
                && Integer.parseInt(number) == Integer.parseInt(before) + 1;
    }

    /** Adds numbered lines that ask, if there are several, or other labels beside them. To be called at the end. */
    void finish() {
        if (numbered.size() > 1
                || (!numbered.isEmpty() && markers.stream().anyMatch(other -> other.form() == Form.LABEL))) {
            markers.addAll(numbered);
        }
        items.stream().filter(this::continues).forEach(markers::add);
    }

    /** The offsets of lines that are labelled as answers, in order. */
    List<Integer> answers() {
        return answers;
    }

    /** Reads every line of a paragraph. */
    void read(Paragraph paragraph) {
        List<Line> lines = new ArrayList<>();
        for (SourceSpan span : paragraph.getSourceSpans()) {
            int start = span.getInputIndex();
            lines.add(new Line(start, start + span.getLength(), source.slice(start, start + span.getLength())));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (mayBeLabelled(line.text()) && ANSWER.matcher(line.text()).matches()) {
                answers.add(line.start());
                confirm();
            } else {
                i += question(lines, i);
            }
        }
    }

    private void confirm() {
        if (unsure != null) {
            markers.add(unsure);
            unsure = null;
        }
    }

    /** Adds the question that begins in a line, if there is one. Returns the number of its further lines. */
    private int question(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (!mayBeLabelled(line.text())) {
            return definition(lines, at);
        }
        Matcher alone = LABEL_ONLY.matcher(line.text());
        if (alone.matches()) {
            return below(lines, at);
        }
        Matcher question = QUESTION.matcher(line.text());
        if (question.matches()) {
            return labelled(lines, at, question);
        }
        Matcher number = NUMBERED.matcher(line.text());
        if (number.matches() && HeadingWords.endsAsQuestion(line.text())) {
            String written = Stream.of("number", "wide", "chinese").map(number::group).filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            numbered.add(marker(line, line.end(), QuestionText.ofMarkdown(END.matcher(number.group("text"))
                    .replaceFirst("")).numbered(written)));
            return 0;
        }
        return definition(lines, at);
    }

    /** A label without a question. The question is in the next lines, or in the next paragraph. */
    private int below(List<Line> lines, int at) {
        Line line = lines.get(at);
        QuestionText label = QuestionText.of(line.text().replaceAll("[*_]{1,3}", ""));
        if (lines.size() == 1) {
            unsure = marker(line, line.end(), label);
            return 0;
        }
        int last = at;
        while (last + 1 < lines.size() && isPlain(lines.get(last + 1).text())
                && (last == at || !HeadingWords.endsAsQuestion(lines.get(last).text()))) {
            last++;
        }
        if (last > at) {
            String asked = source.slice(lines.get(at + 1).start(), lines.get(last).end());
            unsure = marker(line, lines.get(last).end(), label.withQuestion(QuestionText.ofMarkdown(END.matcher(asked)
                    .replaceFirst("")).question()));
        }
        return last - at;
    }

    private int definition(List<Line> lines, int at) {
        Line line = lines.get(at);
        boolean defined = at + 1 < lines.size() && DEFINITION.matcher(lines.get(at + 1).text()).matches()
                && HeadingWords.endsAsQuestion(line.text());
        if (defined) {
            markers.add(marker(line, lines.get(at + 1).start() + 1, QuestionText.ofMarkdown(line.text())));
        }
        return defined ? 1 : 0;
    }

    private int labelled(List<Line> lines, int at, Matcher question) {
        Line line = lines.get(at);
        int text = line.start() + question.start("text");
        Matcher answer = ANSWER_IN_LINE.matcher(question.group("text"));
        boolean answered = answer.find();
        int last = at;
        while (!answered && last + 1 < lines.size() && isPlain(lines.get(last + 1).text())
                && !HeadingWords.endsAsQuestion(lines.get(last).text())) {
            last++;
        }
        int body = !answered
                ? lines.get(last).end()
                : text + (answer.group("answer") == null ? answer.start("bold") : answer.start("answer"));
        String asked = END.matcher(source.slice(text, body)).replaceFirst("");
        String number = question.group("number");
        unsure = marker(line, body, QuestionText.ofMarkdown(asked)
                .numbered(number == null ? null : number.replaceAll("[#№]", "")));
        if (isSure(question, asked, answered)) {
            confirm();
        }
        return last - at;
    }

    /** Whether a line is a question whatever follows. "Q1 was a good quarter" is none. */
    private static boolean isSure(Matcher question, String asked, boolean answered) {
        String mark = question.group("mark");
        boolean word = question.group("word").matches("(?iu)" + LabelWords.QUESTION);
        boolean asks = answered || HeadingWords.endsAsQuestion(asked);
        return word && ((mark != null && !mark.equals(")")) || (question.group("number") != null && asks));
    }

    /** Whether a sign that ends a label is near the start of a line, or the line may be a label only. */
    private static boolean mayBeLabelled(String line) {
        if (line.length() < LONGEST_LABEL / 2) {
            return true;
        }
        for (int i = 0; i < Math.min(line.length(), LONGEST_LABEL); i++) {
            if (MARKS.indexOf(line.charAt(i)) >= 0 || Character.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String line) {
        return !mayBeLabelled(line) || (!ANSWER.matcher(line).matches() && !QUESTION.matcher(line).matches()
                && !LABEL_ONLY.matcher(line).matches());
    }

    private QuestionMarker marker(Line line, int bodyStart, QuestionText words) {
        return new QuestionMarker(Form.LABEL, source.lineStart(line.start()), bodyStart, source.length(), 0,
                words.asLabelled(),
                null,
                new Nesting(source.column(line.start()), false));
    }
}
