package dev.qorpus.indexer.corpus.question.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the words of an answer key: "Answers", "Answer key: 1. b 2. c". */
public final class AnswerKeyWords {

    private static final Pattern TITLE = Pattern.compile(
            "(?<label>(?:the |correct |quiz )?(?:answers?(?: key| sheet)?|key|solutions?)(?: key)?|(?:die )?(?:richtige )?antworten"
                    + "|lösung(?:en|sschlüssel)?|respuestas(?: correctas)?|clave(?: de respuestas)?|soluci[oó]n(?:es)?"
                    + "|réponses|corrigés?|risposte|soluzioni|respostas|gabarito|antwoorden|odpowiedzi|odpovědi|svar|facit"
                    + "|vastaukset|cevaplar|cevap anahtarı|ответы|ключ|відповіді|答案|参考答案|答え|解答|正解|정답|답안|đáp án)"
                    + "\\s*(?:[:：-]\\s*)?(?<rest>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern PAIR = Pattern
            .compile(
                    "\\G\\s*[(\\[]?(?:q\\.?\\s?)?(?<number>\\d{1,3})\\s{0,2}[.:=)\\]–→-]{0,3}\\s{0,2}[(\\[]?(?<letter>[a-h])[.)\\]]?(?=[\\s,;/|.]|\\z)[,;/|.]?",
                    Pattern.CASE_INSENSITIVE);
    /** Text behind the title of a key is short. */
    private static final int LONGEST = 2000;
    private static final int LONGEST_TITLE = 30;

    private AnswerKeyWords() {}

    /** The title of a key if a text is one, without what is behind it. */
    public static Optional<String> title(String text) {
        Matcher title = TITLE.matcher(text.length() > LONGEST_TITLE ? "" : text.strip());
        return title.matches() && title.group("rest").isEmpty()
                ? Optional.of(title.group("label"))
                : Optional.empty();
    }

    /** A text that is a key as a whole: its title, and the letter for each number. */
    public static Optional<Letters> letters(String text) {
        Matcher title = TITLE.matcher(text.length() > LONGEST ? "" : text.strip());
        return title.matches()
                ? pairs(title.group("rest")).map(letters -> new Letters(title.group("label"), letters))
                : Optional.empty();
    }

    /** The letter for each number in a text that has nothing else. */
    public static Optional<Map<String, String>> pairs(String text) {
        Map<String, String> letters = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text.length() > LONGEST ? "" : text.strip());
        int end = 0;
        while (pair.find()) {
            letters.put(pair.group("number"), pair.group("letter"));
            end = pair.end();
        }
        return letters.size() > 1 && end == text.strip().length() ? Optional.of(letters) : Optional.empty();
    }

    /**
     * A key in one line.
     *
     * @param title its title as written
     * @param letters the letter for each number
     */
    public record Letters(String title, Map<String, String> letters) {}
}
