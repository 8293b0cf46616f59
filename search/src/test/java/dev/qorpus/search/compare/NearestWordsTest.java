package dev.qorpus.search.compare;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;

import static org.assertj.core.api.Assertions.assertThat;

/** With the word vectors that are made of the default model, and words as an index of the seed reads them. */
class NearestWordsTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static NearestWords words;

    @BeforeAll
    static void index() {
        backend = IndexedCorpus.of(home, SeedFixture.FOLDER);
        words = new NearestWords(SeedFixture.MODELS.embedder("word-vectors"), backend::words);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

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
