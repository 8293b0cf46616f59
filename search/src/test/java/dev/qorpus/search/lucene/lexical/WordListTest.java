package dev.qorpus.search.lucene.lexical;

import java.util.List;
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

    /** Neither the length nor the letters of a word rule out one that is near, and may be meant. */
    @Test
    void allNearWordsAreFoundThatMayBeMeant() {
        Random random = new Random(20261130);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            counts.put(word(random), i);
        }
        WordList words = new WordList(counts);
        for (int i = 0; i < 200; i++) {
            String word = word(random);
            EditDistances near = EditDistances.of(word, 2);
            List<SimilarWord> all = counts.entrySet().stream()
                    .filter(other -> near.to(other.getKey()).isPresent())
                    .map(other -> new SimilarWord(other.getKey(), near.to(other.getKey()).getAsInt(),
                            other.getValue()))
                    .toList();
            assertThat(words.similar(word, 2)).isSubsetOf(all)
                    .containsAll(all.stream().filter(other -> mayBeMeant(word, other.word())).toList());
        }
    }

    private static boolean mayBeMeant(String word, String other) {
        boolean alike = word.codePointAt(0) == other.codePointAt(0)
                || word.codePoints().sorted().boxed().toList().equals(other.codePoints().sorted().boxed().toList());
        return alike && Math.abs(word.codePointCount(0, word.length()) - other.codePointCount(0, other.length())) <= 1;
    }

    @Test
    void anEmptyListHasNone() {
        assertThat(new WordList(Map.of()).similar("word", 2)).isEmpty();
    }
}
