package dev.qorpus.search.lucene.lexical;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.backend.Vocabulary.SimilarWord;

import static org.assertj.core.api.Assertions.assertThat;

class WordListTest {

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(9), 'a', 'e').mapToObj(Character::toString)
                .reduce(random.nextInt(9) == 0 ? "😀" : "", String::concat);
    }

    /** Neither the length nor the letters of a word rule out one that is near. */
    @Test
    void allNearWordsAreFound() {
        Random random = new Random(20261130);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            counts.put(word(random), i);
        }
        WordList words = new WordList(counts);
        for (int i = 0; i < 200; i++) {
            String word = word(random);
            EditDistances near = EditDistances.of(word, 2);
            assertThat(words.similar(word, 2)).containsExactlyInAnyOrderElementsOf(counts.entrySet().stream()
                    .filter(other -> near.to(other.getKey()).isPresent())
                    .map(other -> new SimilarWord(other.getKey(), near.to(other.getKey()).getAsInt(),
                            other.getValue()))
                    .toList());
        }
    }

    @Test
    void anEmptyListHasNone() {
        assertThat(new WordList(Map.of()).similar("word", 2)).isEmpty();
    }
}
