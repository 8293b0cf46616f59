package dev.qorpus.search.lucene.lexical;

import java.util.Random;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistancesTest {

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            word.appendCodePoint("abc😀".codePoints().toArray()[random.nextInt(4)]);
        }
        return word.toString();
    }

    @Test
    void distancesAreThoseOfLucene() {
        Random random = new Random(20261130);
        for (int i = 0; i < 3_000; i++) {
            String word = word(random);
            EditDistances distances = EditDistances.of(word, 2);
            CharacterRunAutomaton[] within = new CharacterRunAutomaton[3];
            for (int edits = 0; edits <= 2; edits++) {
                within[edits] = new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits));
            }
            for (int j = 0; j < 20; j++) {
                String other = word(random);
                int expected = within[0].run(other) ? 0 : within[1].run(other) ? 1 : within[2].run(other) ? 2 : -1;
                assertThat(distances.to(other).orElse(-1)).as(word + " " + other).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"vector, vector, 0", "vector, vektor, 1", "vector, vetcor, 1", "vector, vecto, 1",
            "vector, avectors, 2"})
    void changesAreCounted(String word, String other, int edits) {
        assertThat(EditDistances.of(word, 2).to(other)).hasValue(edits);
    }
}
