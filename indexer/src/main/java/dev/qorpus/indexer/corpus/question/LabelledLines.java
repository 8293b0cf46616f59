package dev.qorpus.indexer.corpus.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.question.QuestionMarker.Form;
import dev.qorpus.indexer.corpus.source.SourceText;
import dev.qorpus.indexer.corpus.source.SourceText.Nesting;

/**
 * Finds {@code Q:} lines and the {@code A:} lines that answer them. The labels may be emphasised, written out, or in another
 * language. It also finds definition lists, whose answers begin with a colon.
 */
final class LabelledLines {

    private static final String EMPHASIS = "[*_]{0,3}";
    private static final Pattern QUESTION = Pattern.compile(
            EMPHASIS + "(?<word>" + QuestionText.WORDS + "|[FPDVВ])[ .]{0,2}(?<number>[#№]?\\d{1,5}(?:\\.\\d{1,4})?)?"
                    + EMPHASIS + "\\s*(?<mark>[:：.)])" + EMPHASIS + "(?:\\s+|(?<=：))" + EMPHASIS + "(?<text>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANSWER = Pattern.compile(
            EMPHASIS + "(?:A|Ans|Answer|Antwort|Respuesta|Resposta|Risposta|Réponse|Ответ|答案?|回答|[RО])"
                    + "(?:[ .]?\\d{1,5})?" + EMPHASIS + "\\s*[:：.)]" + EMPHASIS + "(?:\\s.*|(?<=：).*|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DEFINITION = Pattern.compile(":\\s+\\S.*");

    /** A line of a paragraph. */
    private record Line(int start, int end, String text) {}

    private final SourceText source;
    private final List<QuestionMarker> markers;
    /** The offsets of labels of answers, in order. */
    private final List<Integer> answers = new ArrayList<>();
    /** A line with a single letter as label. It is a question only if a label of an answer follows. */
    private @Nullable QuestionMarker unsure;

    /** @param markers receives the questions */
    LabelledLines(SourceText source, List<QuestionMarker> markers) {
        this.source = source;
        this.markers = markers;
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
            if (ANSWER.matcher(line.text()).matches()) {
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
        Matcher question = QUESTION.matcher(line.text());
        if (question.matches()) {
            int last = at;
            while (last + 1 < lines.size() && isPlain(lines.get(last + 1).text())
                    && !HeadingWords.endsAsQuestion(lines.get(last).text())) {
                last++;
            }
            String text = source.slice(line.start() + question.start("text"), lines.get(last).end());
            String number = question.group("number");
            unsure = marker(line, lines.get(last).end(), QuestionText.ofMarkdown(text.replaceAll("[*_]{1,3}\\z", ""))
                    .numbered(number == null ? null : number.replaceAll("[#№]", "")));
            boolean sure = question.group("word").matches("(?iu)" + QuestionText.WORDS)
                    && !question.group("mark").equals(")");
            if (sure) {
                confirm();
            }
            return last - at;
        }
        boolean defined = at + 1 < lines.size() && DEFINITION.matcher(lines.get(at + 1).text()).matches()
                && HeadingWords.endsAsQuestion(line.text());
        if (defined) {
            markers.add(marker(line, lines.get(at + 1).start() + 1, QuestionText.ofMarkdown(line.text())));
        }
        return defined ? 1 : 0;
    }

    private static boolean isPlain(String line) {
        return !ANSWER.matcher(line).matches() && !QUESTION.matcher(line).matches();
    }

    private QuestionMarker marker(Line line, int bodyStart, QuestionText words) {
        return new QuestionMarker(Form.LABEL, source.lineStart(line.start()), bodyStart, source.length(), 0,
                words.asLabelled(),
                null,
                new Nesting(source.column(line.start()), false));
    }
}
