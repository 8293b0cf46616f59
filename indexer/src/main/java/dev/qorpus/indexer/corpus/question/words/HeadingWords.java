package dev.qorpus.indexer.corpus.question.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from the words of a heading, line or summary whether it asks, answers or divides. Question marks are known in
 * every script. Words are known in the languages of most FAQs.
 */
public final class HeadingWords {

    /** A question mark, perhaps followed by closing marks, emphasis, stars, emoji or names of emoji. */
    private static final Pattern ASKS = Pattern.compile(
            "[?？؟⁇⁈](?:[\\s\\p{Punct}\\p{Sc}\\p{So}\\p{Sk}\\p{Pf}\\p{Pe}\\uFE0F\\u200D]|:[a-z0-9_+-]{1,40}:){0,20}\\z");

    /** The question marks of {@link #ASKS}. */
    private static final String MARKS = "?？؟⁇⁈";

    private static final Pattern INTERROGATIVE = Pattern.compile(
            "(?:what|why|how|when|where|which|who|whose|whom|is|are|am|was|were|can|could|do|does|did|will|would|should"
                    + "|shall|must|may|has|have|had)(?:n['’]?t|['’](?:s|re|d|ll|ve))?\\b.{3,}|¿.+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern TASK = Pattern.compile(
            "(?:(?:please|briefly|now|then|you need to)\\s+)?(?:explain|describe|define|list|name|give|write|compare"
                    + "|contrast|differentiate|distinguish|discuss|implement|create|design|build|find|tell|talk|mention"
                    + "|show|state|consider|suppose|imagine|given|provide|identify|outline|summari[sz]e|elaborate"
                    + "|illustrate|demonstrate|calculate|compute|derive|prove|make|let['’]?s|difference|differences)"
                    + "\\b.{3,}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern FAQ = Pattern.compile(
            "\\bfaqs?\\b|frequently[ -]asked|common questions|questions? (?:and|&|\\+) answers?|\\bq ?& ?as?\\b"
                    + "|\\bq and a\\b|interview questions|\\bquestions$|^questions\\b|häufig|preguntas|perguntas|domande"
                    + "|foire aux questions|veelgestelde|\\b(?:\\p{L}{1,20}s|kontroll|interview|quiz|test)?fragen\\b|quiz(?:zes|ze)?\\b|vanliga frågor|często zadawane|sorulan|问答|問答|вопрос|常见问题|常見問題|よくある質問|자주 묻는",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Headings of sections that are neither questions nor answers. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?:table of )?contents?|toc|index|overview|sources?|references?|further reading|see also|related(?: (?:links|topics))?"
                    + "|(?:useful |external )?links|resources|licen[cs]e|copyright|contribut(?:ing|ors?|ions?)"
                    + "|acknowledge?ments?|credits|authors?|change ?log|disclaimer|sponsors?|donat(?:e|ions?)"
                    + "|back to (?:the )?top|inhalt(?:sverzeichnis)?|quellen|índice|contenidos?|sommaire"
                    + "|table des matières|目录|目次|содержание",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String ANSWERS = "ans|answers?|antwort|respuesta|resposta|risposta|réponse|ответ|答案?|回答"
            + "|solution|lösung|solución";

    private static final Pattern ANSWER = Pattern.compile(
            "(?:the |correct |my )?(?:" + ANSWERS + ")\\s*[:：.]?(?:\\s.*)?|a(?:\\s*[:：.].*|[ .]?\\d{1,5})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Summaries that only say that something is hidden below them. */
    private static final Pattern TOGGLE = Pattern.compile(
            "(?:(?:click|tap|press|show|hide|see|view|reveal|expand|open|toggle|read|more|spoiler|hint|details?|code|output"
                    + "|examples?|deep|full|complete|click|details)\\b.*)|" + ANSWER.pattern(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern ARROW = Pattern.compile("\\A\\[[^\\p{L}\\p{N}\\]]{0,9}\\]\\s*(?=\\S)");

    /** Parts of the words of {@link #FAQ} that have neither a q nor an accent. */
    private static final List<String> WORDS_WITHOUT_Q = List.of("guntas", "domande", "gestelde", "fragen", "sorulan");

    private static final char ACCENTED = 0x80;

    private HeadingWords() {}

    /** Whether a text ends with a question mark, in any script. */
    public static boolean endsAsQuestion(String text) {
        // Only the end is searched, so that a line of a million question marks takes no time.
        int from = Math.max(0, text.length() - 120);
        for (int i = text.length() - 1; i >= from; i--) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return ASKS.matcher(text.substring(from)).find();
            }
        }
        return false;
    }

    /** Whether a text asks: it has a question mark, or begins like an English question. */
    public static boolean asks(String text) {
        return endsAsQuestion(text) || INTERROGATIVE.matcher(text).matches();
    }

    /** Whether a text asks or sets a task, as in interview questions: "Explain …", "Name three …". */
    public static boolean asksOrTasks(String text) {
        return asks(text) || TASK.matcher(text).matches();
    }

    /** Whether a title announces questions. */
    public static boolean announcesQuestions(String title) {
        return mayAnnounce(title) && FAQ.matcher(title).find();
    }

    /** Rules out most titles, because the pattern is slow. */
    private static boolean mayAnnounce(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c == 'q' || c == 'Q' || c >= ACCENTED) {
                return true;
            }
        }
        String words = title.toLowerCase(Locale.ROOT);
        return WORDS_WITHOUT_Q.stream().anyMatch(words::contains);
    }

    /** Whether a heading is a standard section without content, such as contents, sources or licence. */
    public static boolean isBoilerplate(String heading) {
        String words = bare(heading);
        return words.isEmpty() || BOILERPLATE.matcher(words).matches();
    }

    /** Whether a heading or summary announces the answer to the question above it. */
    public static boolean isAnswer(String heading) {
        return ANSWER.matcher(bare(heading)).matches() && !endsAsQuestion(heading);
    }

    /** Whether a summary only says that something is hidden, and is no question. */
    public static boolean isToggle(String summary) {
        String words = bare(summary);
        return words.isEmpty() || (!endsAsQuestion(summary) && TOGGLE.matcher(words).matches());
    }

    /** Removes the link to the top that some authors put before a section's name: "[↑] Trees". */
    public static String withoutArrow(String heading) {
        return heading.startsWith("[") ? ARROW.matcher(heading).replaceFirst("") : heading;
    }

    /** Removes what is around the words of a text. */
    private static String bare(String text) {
        int start = 0;
        while (start < text.length() && !isLetterOrNumber(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && !isLetterOrNumber(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetterOrNumber(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character) || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
