package dev.qorpus.indexer.corpus.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the anchors of the headings of one file in GitHub's way: lower case, without punctuation, with hyphens for blanks.
 * Repeated headings get {@code -1}, {@code -2} and so on.
 */
public final class Anchors {

    /** The longest anchor in characters. Engines refuse longer terms, so longer anchors are cut. */
    private static final int LONGEST = 500;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** Takes the anchor that the author gave, or another one if it is taken. */
    public String named(String name) {
        return taken.add(name) ? name : next(name);
    }

    /** The anchor of the next heading, which has a text. */
    public String next(String heading) {
        String anchor = anchor(heading.strip().toLowerCase(Locale.ROOT));
        String unique = anchor;
        // The count continues from the last repeat, so that many equal headings take linear time.
        int repeat = repeats.getOrDefault(anchor, 0);
        while (!taken.add(unique)) {
            repeat++;
            unique = anchor + "-" + repeat;
        }
        repeats.put(anchor, repeat);
        return unique;
    }

    /** Keeps letters, marks, numbers, connectors and hyphens. */
    private static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder(heading.length());
        for (int i = 0; i < heading.length() && anchor.length() < LONGEST;) {
            int character = heading.codePointAt(i);
            i += Character.charCount(character);
            if (character == ' ' || character == '-') {
                anchor.append('-');
            } else if (isKept(character)) {
                anchor.appendCodePoint(character);
            }
        }
        return anchor.toString();
    }

    private static boolean isKept(int character) {
        return Character.isLetterOrDigit(character) || switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.CONNECTOR_PUNCTUATION ->
                true;
            default -> false;
        };
    }
}
