package dev.qorpus.indexer.corpus.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.flashcards.CardSyntax;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Markdown;
import dev.qorpus.indexer.corpus.markdown.WikiLinks;
import dev.qorpus.indexer.corpus.question.words.HeadingWords;
import dev.qorpus.indexer.corpus.question.words.LabelWords;
import dev.qorpus.indexer.corpus.question.words.TableColumn;

/**
 * The text of a heading, line or summary, split into number, label and question: {@code Q2. …}, {@code Q7: …},
 * {@code Q7.Imagine}, {@code 3) …}, {@code Question #4 – …}, {@code 1.2 …}, or any text.
 *
 * @param number the number as written, if there is one
 * @param labelled whether there is a label such as {@code Q} or {@code Question}
 * @param question the text without number and label
 * @param written the whole text
 * @param tags the tags that make it a flashcard
 * @param columns the further columns of a row in a table of questions
 */
record QuestionText(@Nullable String number, boolean labelled, String question, String written, List<String> tags,
        List<TableColumn> columns) {

    private QuestionText(@Nullable String number, boolean labelled, String question, String written) {
        this(number, labelled, question, written, List.of(), List.of());
    }

    private static final String NUMBER = "\\d{1,5}(?:\\.\\d{1,4}){0,3}";

    private static final Pattern LABELLED = Pattern.compile(
            "[【\\[]?(?:" + LabelWords.QUESTION + ")" + LabelWords.BEFORE_NUMBER + "(?<number>" + NUMBER
                    + "[a-z]?)(?:\\s*[.:：)\\]】。–—、-]+\\s*|\\s+|(?=\\p{L})|\\z)"
                    + "(?<text>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern NUMBERED = Pattern.compile(
            "[#(\\[]?(?<number>" + NUMBER
                    + ")(?:\\s*[.:：)\\]、。]+(?=\\D)\\s*|\\s+[–—-]+\\s+|\\s*[–—]\\s*|-\\s+)(?<text>\\S.*)",
            Pattern.DOTALL);

    private static final Pattern OUTLINED = Pattern.compile(
            "(?<number>\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s+(?<text>\\p{L}.*)",
            Pattern.DOTALL);

    private static final Pattern WORD_ONLY = Pattern.compile(
            "(?:(?:" + LabelWords.QUESTION + ")\\s*[:：]\\s*|[QＱ][.．]\\s+|(?:【(?:" + LabelWords.QUESTION
                    + ")】|\\[(?:" + LabelWords.QUESTION + ")\\])\\s*[:：]?\\s*)(?<text>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Blanks around a text, also those that have no width or do not break. */
    private static final Pattern BLANKS = Pattern
            .compile("\\A[\\s\\u00A0\\u200B\\u2060\\uFEFF]+|[\\s\\u00A0\\u200B\\u2060\\uFEFF]+\\z");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,60}\\]");
    /** A text that is emphasised as a whole. */
    private static final Pattern EMPHASISED = Pattern
            .compile("(?<mark>[*_]{1,3}|==)(?<text>[^*_=\\s](?:.*[^*_=\\s\\\\])?)\\k<mark>", Pattern.DOTALL);
    /** A number that marks a question only if the text asks: {@code #1 …?}, {@code P1. …?}, {@code IV. …?}. */
    private static final Pattern NUMBERED_IF_ASKING = Pattern
            .compile(
                    "(?:(?:#|[PDFVSCKTПВ]\\s?|प्र\\s?)(?<number>\\d{1,4})(?:(?<=#\\d{1,4})|[.:)。：])\\s+|(?<roman>[IVXLC]{1,6})[.)]\\s+)(?<text>\\S.*)",
                    Pattern.DOTALL);
    /** Signs of a question before it. */
    private static final Pattern SIGN = Pattern.compile("\\A[❓❔⁉]\\uFE0F?\\s*(?=\\S)");

    /** Removes what a reader does not see, and signs. */
    private static String visible(String text) {
        String stripped = BLANKS.matcher(text).replaceAll("");
        if (!stripped.isEmpty() && stripped.charAt(0) > '\u2000') {
            stripped = SIGN.matcher(stripped).replaceFirst("");
        } else if (stripped.startsWith("==") && stripped.endsWith("==") && stripped.length() > "====".length()) {
            stripped = stripped.substring(2, stripped.length() - 2).strip();
        }
        if (stripped.indexOf('[') < 0) {
            return stripped;
        }
        return FOOTNOTE.matcher(WikiLinks.shown(stripped)).replaceAll("").strip();
    }

    static QuestionText of(String text) {
        String stripped = visible(text);
        Matcher labelled = LABELLED.matcher(stripped);
        if (labelled.matches()) {
            return new QuestionText(labelled.group("number"), true, labelled.group("text").strip(), stripped);
        }
        for (Pattern pattern : new Pattern[]{NUMBERED, OUTLINED}) {
            Matcher numbered = pattern.matcher(stripped);
            // Versions and dates are not followed by words.
            if (numbered.matches() && numbered.group("text").codePoints().anyMatch(Character::isLetter)) {
                return new QuestionText(numbered.group("number"), false, numbered.group("text"), stripped);
            }
        }
        Matcher asking = NUMBERED_IF_ASKING.matcher(stripped);
        if (asking.matches() && HeadingWords.endsAsQuestion(stripped)) {
            String number = asking.group("number") == null ? asking.group("roman") : asking.group("number");
            return new QuestionText(number, false, asking.group("text"), stripped);
        }
        Matcher word = WORD_ONLY.matcher(stripped);
        return word.matches()
                ? new QuestionText(null, true, word.group("text"), stripped)
                : new QuestionText(null, false, stripped, stripped);
    }

    /** As {@link #of}, from Markdown. The question is plain text. */
    static QuestionText ofMarkdown(String written) {
        Matcher emphasised = EMPHASISED.matcher(written.strip());
        boolean whole = emphasised.matches() && !emphasised.group("text").contains(emphasised.group("mark"));
        String markdown = whole ? emphasised.group("text") : written;
        // The number is read first, because Markdown would read it as a list.
        QuestionText raw = of(markdown.strip().replaceAll("\\A(?:[*_]{1,3}|#{1,6})(?=[^*_#])", ""));
        String marked = markdown.endsWith(raw.question) ? raw.question : markdown;
        String question = Blocks.text(Markdown.parse(marked));
        return new QuestionText(raw.number, raw.labelled, question, question);
    }

    /** Adds a number from outside the text, unless the text has one. */
    QuestionText numbered(@Nullable String outside) {
        return number != null || outside == null
                ? this
                : new QuestionText(outside, labelled, question, written, tags, columns);
    }

    /** Replaces the question. */
    QuestionText withQuestion(String text) {
        return new QuestionText(number, labelled, text, written, tags, columns);
    }

    /** Marks the text as labelled, because its form marks it as a question. */
    QuestionText asLabelled() {
        return new QuestionText(number, true, question, written, tags, columns);
    }

    /** Adds the further columns of a row. */
    QuestionText withColumns(List<TableColumn> further) {
        return new QuestionText(number, labelled, question, written, tags, List.copyOf(further));
    }

    /** Marks the text as the front of a flashcard if it has tags that say so. The tags are no part of the question. */
    QuestionText asCard() {
        List<String> found = CardSyntax.tags(question);
        return found.isEmpty() ? this : asCard(found);
    }

    /** Marks the text as the front of a flashcard. */
    QuestionText asCard(List<String> found) {
        return new QuestionText(number, true, CardSyntax.withoutMarks(CardSyntax.withoutTags(question)).strip(),
                written,
                found, columns);
    }

    /** Whether it has a number that is not one of a section, such as {@code 2.3}. */
    boolean isNumbered() {
        return number != null && (labelled || number.indexOf('.') < 0);
    }

    /** Whether the text alone shows that it is a question. */
    boolean isEvident() {
        return isNumbered() || labelled || HeadingWords.asks(question);
    }
}
