package dev.qorpus.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * How many letters of a word have to be changed to get another one: inserted, deleted, replaced, or swapped with the
 * next.
 */
public final class Edits {

    private final String word;
    private final List<CharacterRunAutomaton> within;

    private Edits(String word, List<CharacterRunAutomaton> within) {
        this.word = word;
        this.within = within;
    }

    /**
     * Prepares comparisons with one word.
     *
     * @param most edits that are looked for, at most 2
     */
    public static Edits of(String word, int most) {
        LevenshteinAutomata automata = new LevenshteinAutomata(word, true);
        List<CharacterRunAutomaton> within = new ArrayList<>();
        for (int n = 0; n <= most; n++) {
            within.add(new CharacterRunAutomaton(automata.toAutomaton(n)));
        }
        return new Edits(word, within);
    }

    /** To another word; nothing if there are too many. */
    public OptionalInt to(String other) {
        if (Math.abs(other.length() - word.length()) >= within.size() || !within.getLast().run(other)) {
            return OptionalInt.empty();
        }
        int n = 0;
        while (!within.get(n).run(other)) {
            n++;
        }
        return OptionalInt.of(n);
    }
}
