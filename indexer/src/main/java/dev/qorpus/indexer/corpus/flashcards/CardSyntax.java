package dev.qorpus.indexer.corpus.flashcards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tags, ids and gaps of flashcards. */
public final class CardSyntax {

    private static final String DECK = "(?:flashcards?|cards?|anki|srs|spaced)";
    /** A tag of a card, such as {@code #flashcards/deck}. */
    private static final Pattern TAG = Pattern.compile(
            "(?<=^|\\s)#(" + DECK + "(?:[/-][\\p{L}\\p{N}_/-]{1,100})?)(?=\\s|\\z)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern DECK_NAME = Pattern.compile("#?" + DECK + "(?:/.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK_ID = Pattern.compile("(?<=^|\\s)\\^[\\w-]{3,60}[ \\t]*$", Pattern.MULTILINE);
    /** The end and the id of a note in the form of Obsidian_to_Anki. */
    private static final Pattern NOTE_END = Pattern.compile("^(?:END|ID: \\d{10,16})[ \\t]*$", Pattern.MULTILINE);
    /** A gap, with or without a number: {@code {{c1::hidden::hint}}}. */
    private static final Pattern CLOZE = Pattern
            .compile("\\{\\{(?:c\\d{1,3}::)?([^{}\\n]{1,500}?)(?:::([^{}\\n]{0,200}))?\\}\\}");
    private static final Pattern NUMBERED_CLOZE = Pattern.compile("\\{\\{c\\d{1,3}::[^{}\\n]{1,500}\\}\\}");
    /** Tags at the end of a line. */
    private static final Pattern LAST_TAGS = Pattern.compile("(?:(?<=^|\\s)#\\p{L}[\\p{L}\\p{N}_/-]{0,100}\\s*)+\\z");
    private static final Pattern MARKED = Pattern.compile("==([^=\\n]{1,500})==");

    private static final List<String> SIGNS = List.of("#card", "#flashcard", "#anki", "#srs", "#spaced");

    private CardSyntax() {}

    /**
     * Whether a file says that it has flashcards.
     *
     * @param tags the tags of the file
     */
    public static boolean announces(String text, Collection<String> tags) {
        return tags.stream().anyMatch(tag -> DECK_NAME.matcher(tag).matches()) || text.contains("<!--SR:")
                || (text.contains("START\n") && NOTE_END.matcher(text).find())
                || (text.contains("{{c") && NUMBERED_CLOZE.matcher(text).find())
                || (SIGNS.stream().anyMatch(text::contains) && TAG.matcher(text).find());
    }

    /** The tags of a text, without their signs: those of cards, and all at the end of a text that has one of these. */
    public static List<String> tags(String text) {
        if (text.indexOf('#') < 0 || !TAG.matcher(text).find()) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        Matcher last = LAST_TAGS.matcher(text);
        int end = last.find() ? last.start() : text.length();
        TAG.matcher(text).region(0, end).useTransparentBounds(true).results().map(tag -> tag.group(1))
                .forEach(tags::add);
        Stream.of(text.substring(end).strip().split("\\s+")).filter(tag -> tag.length() > 1)
                .map(tag -> tag.substring(1)).forEach(tags::add);
        return tags;
    }

    /** Removes the tags that {@link #tags} finds. */
    public static String withoutTags(String text) {
        return tags(text).isEmpty() ? text : TAG.matcher(LAST_TAGS.matcher(text).replaceFirst("")).replaceAll("");
    }

    /** Whether a text has gaps with numbers, as a cloze deletion of Anki. */
    public static boolean hasGaps(String text) {
        return NUMBERED_CLOZE.matcher(text).find();
    }

    /** Replaces what the gaps hide by their hints, or by dots. */
    public static String withGaps(String text) {
        return !hasGaps(text)
                ? text
                : CLOZE.matcher(text).replaceAll(gap -> Matcher
                        .quoteReplacement(
                                "[" + (gap.group(2) == null || gap.group(2).isBlank() ? "…" : gap.group(2)) + "]"));
    }

    /** Removes tags, ids and the signs of gaps from a text. */
    public static String withoutMarks(String text) {
        String plain = NOTE_END.matcher(BLOCK_ID.matcher(TAG.matcher(text).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return MARKED.matcher(CLOZE.matcher(plain).replaceAll("$1")).replaceAll("$1");
    }
}
