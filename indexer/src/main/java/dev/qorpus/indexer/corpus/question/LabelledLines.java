package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.question.words.LabelPatterns;
import dev.qorpus.indexer.corpus.question.words.LabelWords;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds {@code Q:} lines and the {@code A:} lines that answer them. The labels may be emphasised, written out, or in another
 * language. It also finds definition lists, whose answers begin with a colon.
 */
final class LabelledLines {

    private static final Pattern END = Pattern.compile("(?:[*_]{1,3}|\\\\|<br\\s*/?>|\\s|[|/→⇒]|[=-]>|>>|::)+\\z");

    private static final String MARKS = ":：.)）．、】]\t–—-";
    private static final int LONGEST_LABEL = 40;

    /** The second option of a quiz. */
    private static final Pattern OPTION = Pattern.compile("[*_(]{0,3}[bBВ][.)]");
    /** The first line of a callout. */
    private static final Pattern ALERT = Pattern.compile("[ >]{1,5}\\[![\\w-]{1,30}\\][+-]?\\s*");
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
    /** The label of {@link #unsure}. */
    private String letter = "";
    /** The quote that is read, if there is one. */
    private @Nullable Quote quote;

    /** A quote whose lines are read: its start and end, and whether it has the answers. */
    private record Quote(int start, int end, boolean answered) {}

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
        read(lines(paragraph), isOption(paragraph.getNext())
                || (paragraph.getParent() instanceof ListItem item && item.getNext() != null
                        && isOption(item.getNext().getFirstChild())));
    }

    /** Whether a paragraph begins with the second option of a quiz. */
    private boolean isOption(@Nullable Node block) {
        return block instanceof Paragraph && !block.getSourceSpans().isEmpty()
                && OPTION.matcher(source.text()).region(Blocks.start(block), source.length()).lookingAt();
    }

    /** Reads the lines of the paragraphs in a quote. */
    void read(BlockQuote block) {
        List<List<Line>> paragraphs = Blocks.children(block).stream().filter(Paragraph.class::isInstance)
                .map(this::lines).toList();
        boolean answered = paragraphs.stream().flatMap(List::stream)
                .anyMatch(line -> LabelPatterns.ANSWER_LINE.matcher(line.text()).matches()
                        || LabelPatterns.ANSWER_IN_LINE.matcher(line.text()).find());
        quote = new Quote(source.lineStart(Blocks.start(block)), Blocks.end(block), answered);
        paragraphs.forEach(lines -> read(lines, false));
        quote = null;
    }

    private List<Line> lines(Node paragraph) {
        List<Line> lines = new ArrayList<>();
        for (SourceSpan span : paragraph.getSourceSpans()) {
            int end = span.getInputIndex() + span.getLength();
            String text = source.slice(span.getInputIndex(), end).stripLeading();
            lines.add(new Line(end - text.length(), end, text));
        }
        return lines;
    }

    /** @param option whether the second option of a quiz is behind the lines */
    private void read(List<Line> lines, boolean option) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Matcher letters = LabelPatterns.LETTER.matcher(unsure == null || letter.isEmpty() ? "" : line.text());
            if (letters.matches() && LabelWords.areLetters(letter, letters.group("letter"))) {
                answers.add(line.start());
                confirm(line.start() + letters.start("text"));
            } else if (!(i + 1 == lines.size() ? option : isOption(lines.get(i + 1))) && mayBeLabelled(line.text())
                    && LabelPatterns.ANSWER_LINE.matcher(line.text()).matches()) {
                answers.add(line.start());
                confirm(-1);
            } else {
                i += question(lines, i);
            }
        }
    }

    private static boolean isOption(Line line) {
        return OPTION.matcher(line.text()).lookingAt();
    }

    /** @param answer where the answer begins if that is not to be found in the text; otherwise -1 */
    private void confirm(int answer) {
        QuestionMarker question = unsure;
        if (question != null && (answer >= 0 || !LabelWords.LETTERS.contains(letter) || letter.isEmpty())) {
            markers.add(answer < 0
                    ? question
                    : new QuestionMarker(question.form(), question.start(), answer, question.bodyEnd(), 0,
                            question.words(), null, question.nesting()));
            unsure = null;
        }
    }

    /** Adds the question that begins in a line, if there is one. Returns the number of its further lines. */
    private int question(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (!mayBeLabelled(line.text())) {
            return definition(lines, at);
        }
        Matcher alone = LabelPatterns.LABEL_ONLY.matcher(line.text());
        if (alone.matches()) {
            return below(lines, at);
        }
        Matcher question = LabelPatterns.QUESTION_LINE.matcher(line.text());
        if (question.matches()) {
            return labelled(lines, at, question);
        }
        Matcher number = LabelPatterns.NUMBERED.matcher(line.text());
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
        Matcher answer = LabelPatterns.ANSWER_IN_LINE.matcher(question.group("text"));
        boolean answered = answer.find();
        int last = at;
        while (!answered && last + 1 < lines.size() && isPlain(lines.get(last + 1).text())
                && !HeadingWords.endsAsQuestion(lines.get(last).text())) {
            last++;
        }
        int body = !answered
                ? lines.get(last).end()
                : text + (answer.group("answer") == null ? answer.start("behind") : answer.start("answer"));
        String asked = END.matcher(source.slice(text, body)).replaceFirst("");
        String number = question.group("number");
        String word = question.group("word");
        boolean sure = isSure(question, asked, answered);
        boolean single = word.length() == 1 && !isWord(word);
        String mark = question.group("mark");
        boolean initial = single && (".".equals(mark) || ")".equals(mark));
        if ((!initial && !LabelWords.LETTERS.contains(word)) || answered || HeadingWords.endsAsQuestion(asked)) {
            letter = single ? word : "";
            unsure = marker(line, body, QuestionText.ofMarkdown(asked).numbered(number));
            if (sure) {
                confirm(-1);
            }
        }
        return last - at;
    }

    private static boolean isWord(String word) {
        return word.matches("(?iu)" + LabelWords.QUESTION);
    }

    /** Whether a line is a question whatever follows. "Q1 was a good quarter" is none. */
    private static boolean isSure(Matcher question, String asked, boolean answered) {
        String mark = question.group("mark");
        boolean asks = answered || HeadingWords.endsAsQuestion(asked);
        boolean closed = mark != null && !mark.equals(")") && !mark.equals("]");
        return isWord(question.group("word")) && (closed || (question.group("number") != null && asks));
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
        return !mayBeLabelled(line) || (!LabelPatterns.ANSWER_LINE.matcher(line).matches()
                && !LabelPatterns.QUESTION_LINE.matcher(line).matches()
                && !LabelPatterns.LABEL_ONLY.matcher(line).matches());
    }

    private QuestionMarker marker(Line line, int bodyStart, QuestionText words) {
        Quote around = quote;
        if (around == null) {
            return new QuestionMarker(Form.LABEL, source.lineStart(line.start()), bodyStart, source.length(), 0,
                    words.asLabelled(), null, new Nesting(source.column(line.start()), false));
        }
        int start = source.lineStart(line.start());
        // The line above may have the kind of a callout.
        boolean second = source.lineEnd(around.start()) == start
                && ALERT.matcher(source.slice(around.start(), start)).matches();
        return new QuestionMarker(Form.LABEL, second ? around.start() : start, bodyStart,
                around.answered() ? around.end() : source.length(), 0, words.asLabelled(), null,
                new Nesting(source.column(line.start()), true));
    }
}
