package dev.qorpus.search.lucene.lexical;

import java.util.OptionalInt;

/**
 * How many letters of a word have to be changed to get another one: inserted, deleted, replaced, or swapped with the
 * next. No letter is changed twice (optimal string alignment). A letter is a code point.
 */
public final class EditDistances {

    private final int[] word;
    private final int most;

    private EditDistances(String word, int most) {
        this.word = word.codePoints().toArray();
        this.most = most;
    }

    /**
     * Prepares comparisons with one word.
     *
     * @param most edits that are looked for; the time grows fast with them
     */
    public static EditDistances of(String word, int most) {
        return new EditDistances(word, most);
    }

    /** To another word; nothing if there are too many. */
    public OptionalInt to(String other) {
        int[] letters = other.codePoints().toArray();
        return to(letters, 0, letters.length);
    }

    /** To the word that stands from {@code start} to {@code end} in a text; nothing if there are too many. */
    OptionalInt to(int[] text, int start, int end) {
        if (!within(most, text, end, 0, start)) {
            return OptionalInt.empty();
        }
        int edits = 0;
        while (edits < most && !within(edits, text, end, 0, start)) {
            edits++;
        }
        return OptionalInt.of(edits);
    }

    /** Whether the rest of the word, from {@code i} on, becomes the text from {@code j} to {@code end}. */
    private boolean within(int edits, int[] text, int end, int i, int j) {
        int at = i;
        int to = j;
        while (at < word.length && to < end && word[at] == text[to]) {
            at++;
            to++;
        }
        int left = word.length - at;
        int wanted = end - to;
        if (left == 0 || wanted == 0) {
            return Math.max(left, wanted) <= edits;
        }
        if (edits == 0 || Math.abs(left - wanted) > edits) {
            return false;
        }
        boolean swapped = left > 1 && wanted > 1 && word[at] == text[to + 1] && word[at + 1] == text[to];
        return (swapped && within(edits - 1, text, end, at + 2, to + 2))
                || within(edits - 1, text, end, at + 1, to + 1) || within(edits - 1, text, end, at + 1, to)
                || within(edits - 1, text, end, at, to + 1);
    }
}
