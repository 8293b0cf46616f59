package dev.qorpus.indexer.corpus.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the anchors of the headings of one file in GitHub's way: lower case, without punctuation, with hyphens for blanks.
 * Repeated headings get {@code -1}, {@code -2} and so on.
 */
public final class Anchors {

    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

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
        String anchor = DROPPED.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
        anchor = anchor.substring(0, Math.min(anchor.length(), LONGEST));
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
}
