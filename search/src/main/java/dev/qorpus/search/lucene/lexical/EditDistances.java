package dev.qorpus.search.lucene.lexical;

import java.util.OptionalInt;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * How many letters of a word have to be changed to get another one: inserted, deleted, replaced, or swapped with the
 * next.
 */
public final class EditDistances {

    private final String word;
    private final int most;
    /** By edits; each is made when it is first needed, which the smaller ones seldom are. */
    private final CharacterRunAutomaton[] within;

    private EditDistances(String word, int most) {
        this.word = word;
        this.most = most;
        this.within = new CharacterRunAutomaton[most + 1];
    }

    /**
     * Prepares comparisons with one word, for one thread.
     *
     * @param most edits that are looked for, at most 2
     */
    public static EditDistances of(String word, int most) {
        return new EditDistances(word, most);
    }

    private boolean within(int edits, String other) {
        CharacterRunAutomaton automaton = within[edits];
        if (automaton == null) {
            automaton = new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits));
            within[edits] = automaton;
        }
        return automaton.run(other);
    }

    /** To another word; nothing if there are too many. */
    public OptionalInt to(String other) {
        if (Math.abs(other.length() - word.length()) > most || !within(most, other)) {
            return OptionalInt.empty();
        }
        int n = 0;
        while (n < most && !within(n, other)) {
            n++;
        }
        return OptionalInt.of(n);
    }
}
