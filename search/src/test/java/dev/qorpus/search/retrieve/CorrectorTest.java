package dev.qorpus.search.retrieve;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.models.Embedder;
import dev.qorpus.models.Models;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.lucene.IndexedCorpus;
import dev.qorpus.search.lucene.LuceneBackend;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions to the seed, with the words of its real index and the pieces of the real model. */
class CorrectorTest {

    @TempDir
    static Path home;

    private static LuceneBackend backend;
    private static Corrector corrector;

    @BeforeAll
    static void index() {
        backend = IndexedCorpus.of(home, SeedFixture.FOLDER);
        Embedder model = SeedFixture.MODELS.embedder(Models.DEFAULT);
        corrector = new Corrector(backend.vocabulary(), model::hasWord);
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Atention in LONGFOMER? | attention in longformer?", // a letter missing
            "why huberr loss | why huber loss", // a letter too many
            "glvoe and wrod2vec | glove and word2vec", // neighbours swapped, digits kept
            "vison trnasfomer | vision transformer", // two errors in a long word
            "longcontext | long context", "bagof words | bag of words", "a tfidf score | a tf idf score",
            "what is RT2 | what is rt 2", // joined
            "flash atention, word 2vec | flashattention, word2vec", // apart
            "multi-headed atention | multi-headed attention"})
    void wordsAreWrittenAsTheIndexWritesThem(String asked, String searched) {
        assertThat(corrector.correct(asked).text()).isEqualTo(searched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"How do LSTMs improve over RNNs?", // the index has every word
            "a slot for each term", // slow stands in the seed, but slot is a word too
            "transformre.py and max_lenght and don't", // names are as they are
            "BERT3 or gpt9", // another version is another thing
            "unsupervisedd", // the seed has no such word
            "of ten", "日本語の質問", "?! -- ..", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"})
    void otherWordsStayAsTheyAre(String asked) {
        assertThat(corrector.correct(asked)).isEqualTo(CorrectedQuestion.of(asked));
    }

    @Test
    void correctionsSayWhatWasWrittenHow() {
        assertThat(corrector.correct("Is Flash atention beter?").corrections()).containsExactly(
                new Correction("Flash atention", "flashattention", true), new Correction("beter", "better", true));
        assertThat(corrector.correct("beter and beter").corrections()).as("each once")
                .containsExactly(new Correction("beter", "better", true));
    }

    /** Neighbours of words of the seed that are words themselves, and those that fingers explain. */
    @ParameterizedTest
    @CsvSource({"hypotension, hypertension, 2, false", "hypothyroidism, hyperthyroidism, 2, false",
            "stationery, stationary, 1, false", "ileum, ilium, 1, false", "amylose, amylase, 1, false",
            "dysphasia, dysphagia, 1, false", "atention, attention, 1, true", "glvoe, glove, 1, true",
            "trnasfomer, transformer, 2, true", "huberr, huber, 1, true", "attenyion, attention, 1, true",
            "inovatoins, innovations, 2, true"})
    void fingersExplainSomeDifferences(String typed, String meant, int edits, boolean explained) {
        assertThat(TypingErrors.explain(typed, meant, edits)).isEqualTo(explained);
    }

    @Test
    void aWordThatMayBeRightStaysBesideItsNeighbour() {
        CorrectedQuestion corrected = corrector.correct("what is a transfarmer");
        assertThat(corrected.text()).isEqualTo("what is a transfarmer");
        assertThat(corrected.corrections()).containsExactly(new Correction("transfarmer", "transformer", false));
        assertThat(corrected.asked().beside()).containsExactly("transformer");
    }

    @Test
    void insistedWordsStay() {
        assertThat(corrector.correct("atention and glvoe", List.of("atention")).text())
                .isEqualTo("atention and glove");
    }
}
