package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends of compounds. In {@code Raummiete} the last part says what it is: a kind of {@code Miete}. Which end of a long word
 * is a word is not known, so all long enough ends are terms of an index, with a sign before them: a question's word is
 * compared with them, and they are not compared with other words.
 */
final class Compounds {

    /** No word begins with it: analyzers leave it out. */
    private static final char SIGN = '-';
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_REST = 3;
    /** Longer ones are names and addresses. */
    private static final int LONGEST = 40;

    private Compounds() {}

    /** The terms of the ends of a word. */
    static List<String> ends(String word) {
        List<String> ends = new ArrayList<>();
        if (word.length() >= SHORTEST_REST + SHORTEST_PART && word.length() <= LONGEST
                && word.chars().allMatch(Character::isLetter)) {
            for (int at = SHORTEST_REST; at <= word.length() - SHORTEST_PART; at++) {
                ends.add(part(word.substring(at)));
            }
        }
        return ends;
    }

    /** The term of a word as a part of others. */
    static String part(String word) {
        return SIGN + word;
    }
}
