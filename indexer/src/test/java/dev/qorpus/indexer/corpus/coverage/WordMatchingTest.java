package dev.qorpus.indexer.corpus.coverage;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordMatchingTest {

    @Test
    void wordsBehindADifferenceAreMatched() {
        assertThat(matched("a rope and a boat", "a rope or a boat")).containsExactly(0, 1, 3, 4);
    }

    @Test
    void wordsThatTheOtherListLacksAreSkipped() {
        assertThat(matched("see the long shore", "see the shore")).containsExactly(0, 1, 3);
    }

    @Test
    void aFrequentWordAtAnotherPlaceDoesNotHideTheNextWords() {
        // "of" of the left-out text is nearer to the next "of" than the text that follows.
        assertThat(matched("key of key boat at the end of the pier", "boat at the end of the pier"))
                .containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(matched("one of boat at the end", "boat at the end one of")).containsExactly(2, 3, 4, 5);
    }

    @Test
    void theFirstOfTwoEqualWordsIsTheOneThatIsLeftOut() {
        // The label "a", and the article "a".
        assertThat(matched("q what a a bee", "what a bee")).containsExactly(1, 3, 4);
    }

    private static int[] matched(String words, String others) {
        return new WordMatching(hashes(words), hashes(others)).matched().stream().toArray();
    }

    private static int[] hashes(String words) {
        String[] split = words.split(" ", -1);
        return IntStream.range(0, split.length).map(i -> split[i].hashCode()).toArray();
    }
}
