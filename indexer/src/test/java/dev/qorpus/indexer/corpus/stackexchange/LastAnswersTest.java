package dev.qorpus.indexer.corpus.stackexchange;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastAnswersTest {

    @Test
    void thousandsOfQuestionsKeepApart() {
        LastAnswers last = new LastAnswers();
        for (int i = 1; i <= 10_000; i++) {
            last.put(3L * i, i);
            last.put(7L * i + 100_000, i);
            last.put(3L * i, 2L * i);
        }
        for (int i = 1; i <= 10_000; i++) {
            assertThat(last.place(3L * i)).isEqualTo(2L * i);
        }
        assertThat(last.place(2)).isEqualTo(LastAnswers.NOWHERE);
        assertThat(last.place(Long.MAX_VALUE)).isEqualTo(LastAnswers.NOWHERE);
    }
}
