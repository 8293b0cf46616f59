package dev.qorpus.indexer.corpus.question.words;

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
                    + "|foire aux questions|veelgestelde|вопрос|常见问题|常見問題|よくある質問|자주 묻는",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Headings of sections that are neither questions nor answers. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?:table of )?contents?|toc|index|overview|sources?|references?|further reading|see also|related(?: (?:links|topics))?"
                    + "|(?:useful |external )?links|resources|licen[cs]e|copyright|contribut(?:ing|ors?|ions?)"
                    + "|acknowledge?ments?|credits|authors?|change ?log|disclaimer|sponsors?|donat(?:e|ions?)"
                    + "|back to (?:the )?top|inhalt(?:sverzeichnis)?|quellen|índice|contenidos?|sommaire"
                    + "|table des matières|目录|目次|содержание",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String ANSWERS = "a|ans|answers?|antwort|respuesta|resposta|risposta|réponse|ответ|答案?|回答"
            + "|solution|lösung|solución";

    private static final Pattern ANSWER = Pattern.compile(
            "(?:the |correct |my )?(?:" + ANSWERS + ")\\s*[:：.]?(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Summaries that only say that something is hidden below them. */
    private static final Pattern TOGGLE = Pattern.compile(
            "(?:(?:click|tap|press|show|hide|see|view|reveal|expand|open|toggle|read|more|spoiler|hint|details?|code|output"
                    + "|examples?|deep|full|complete|click|details)\\b.*)|" + ANSWER.pattern(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern EDGES = Pattern.compile("\\A[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+\\z");

    private HeadingWords() {}

    /** Whether a text ends with a question mark, in any script. */
    public static boolean endsAsQuestion(String text) {
        // Only the end is searched, so that a line of a million question marks takes no time.
        return ASKS.matcher(text.substring(Math.max(0, text.length() - 120))).find();
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
        return FAQ.matcher(title).find();
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
        return heading.replaceFirst("\\A\\[[^\\p{L}\\p{N}\\]]{0,9}\\]\\s*(?=\\S)", "");
    }

    private static String bare(String text) {
        return EDGES.matcher(text.strip()).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }
}
