package dev.qorpus.indexer.corpus.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the anchors of one file's headings as GitHub does: lower case, punctuation gone, blanks to hyphens,
 * {@code -1}, {@code -2} … for repeats.
 */
public final class Anchors {

    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

    /** Longer ones no engine takes as a term; they are cut. */
    private static final int LONGEST = 500;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** The anchor that an author gave, unless it is taken. */
    public String named(String name) {
        return taken.add(name) ? name : next(name);
    }

    /** The anchor of the next heading with that text. */
    public String next(String heading) {
        String anchor = DROPPED.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
        anchor = anchor.substring(0, Math.min(anchor.length(), LONGEST));
        String unique = anchor;
        // Counting on from the last repeat keeps a file of one heading over and over linear.
        int repeat = repeats.getOrDefault(anchor, 0);
        while (!taken.add(unique)) {
            repeat++;
            unique = anchor + "-" + repeat;
        }
        repeats.put(anchor, repeat);
        return unique;
    }
}
