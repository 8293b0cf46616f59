package dev.qorpus.search.compare;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/** With the word vectors that are made of the default model. */
class NearestWordsTest {

    private final NearestWords words = new NearestWords(Seed.MODELS.embedder("word-vectors"));

    @Test
    void eachWordOfTheQuestionMeetsItsNearest() {
        assertThat(words.of("How do I repair a broken automobile?", "The mechanic fixes your car in the garage."))
                .anySatisfy(pair -> {
                    assertThat(pair.word()).isEqualTo("automobile");
                    assertThat(pair.nearest()).isEqualTo("mechanic");
                }).isSortedAccordingTo((one, other) -> Double.compare(other.cosine(), one.cosine()));
    }

    @Test
    void wordsThatBothHaveAndWordsOfGrammarAreLeftOut() {
        assertThat(words.of("Where should the garage be?", "The garage should be here.")).isEmpty();
        assertThat(words.of("", "")).isEmpty();
        assertThat(words.of("automobile", "")).isEmpty();
    }
}
