package dev.qorpus.indexer.corpus.flashcards;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The tags, ids and gaps of flashcards. */
public final class CardSyntax {

    private static final String DECK = "(?:flashcards?|cards?|anki|srs|spaced)";
    /** A tag of a card, such as {@code #flashcards/deck}. */
    private static final Pattern TAG = Pattern.compile(
            "(?<=^|\\s)#(" + DECK + "(?:[/-][\\p{L}\\p{N}_/-]{1,100})?)(?=\\s|\\z)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern DECK_NAME = Pattern.compile("#?" + DECK + "(?:/.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK_ID = Pattern.compile("(?<=^|\\s)\\^[\\w-]{3,60}[ \\t]*$", Pattern.MULTILINE);
    /** The end of a note in the form of Obsidian_to_Anki. */
    private static final Pattern NOTE_END = Pattern.compile("^END[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern CLOZE = Pattern
            .compile("\\{\\{c\\d{1,3}::([^{}\\n]{1,500}?)(?:::[^{}\\n]{0,200})?\\}\\}");
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
                || (SIGNS.stream().anyMatch(text::contains) && TAG.matcher(text).find());
    }

    /** The tags of a text, without their signs. */
    public static List<String> tags(String text) {
        return text.indexOf('#') < 0 ? List.of() : TAG.matcher(text).results().map(tag -> tag.group(1)).toList();
    }

    /** Removes tags, ids and the signs of gaps from a text. */
    public static String withoutMarks(String text) {
        String plain = NOTE_END.matcher(BLOCK_ID.matcher(TAG.matcher(text).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return MARKED.matcher(CLOZE.matcher(plain).replaceAll("$1")).replaceAll("$1");
    }
}
