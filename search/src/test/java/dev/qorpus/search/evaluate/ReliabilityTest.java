package dev.qorpus.search.evaluate;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.evaluate.JudgedCollection.JudgedQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReliabilityTest {

    @Test
    void comparesConfidenceWithWhatCameOfIt() {
        Reliability reliability = Reliability
                .of(List.of(outcome(0.9, 1), outcome(0.9, 0), outcome(0.15, 0), outcome(1, 1)));
        assertThat(reliability.bins()).extracting(Reliability.Bin::questions).containsExactly(1, 3);
        assertThat(reliability.bins().getLast().right()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(reliability.calibrationError())
                .isCloseTo(0.15 / 4 + (2.8 / 3 - 2 / 3.0) * 3 / 4, within(1e-12));
        assertThat(reliability.brier()).isCloseTo((0.01 + 0.81 + 0.0225) / 4, within(1e-12));
    }

    @Test
    void aQuestionThatNothingAnswersIsNeverRight() {
        Outcome unanswerable = new Outcome(new JudgedQuery("q", "?"), List.of("a"), List.of(1.0), null, 0.8, true, 1,
                null);
        assertThat(Reliability.of(List.of(unanswerable)).bins().getFirst().right()).isZero();
    }

    private static Outcome outcome(double confidence, double hit1) {
        return new Outcome(new JudgedQuery("q", "?"), List.of("a"), List.of(1.0),
                new Measures(hit1, hit1, hit1, hit1, hit1, hit1), confidence, true, 1, null);
    }
}
