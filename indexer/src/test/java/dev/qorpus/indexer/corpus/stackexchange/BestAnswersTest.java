package dev.qorpus.indexer.corpus.stackexchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BestAnswersTest {

    /** An answer to a question of a few, ids in no order. */
    record Given(long id, long question, long score) {}

    /** Compared with what a plain search finds. */
    @Property(tries = 300, seed = "20261124")
    void theAcceptedOrBestAnswerIsChosenInWhateverOrderTheyCome(@ForAll("answers") List<Given> answers) {
        BestAnswers best = new BestAnswers();
        Map<Long, Given> expected = new HashMap<>();
        for (Given answer : answers) {
            best.answer(answer.id(), answer.question(), answer.score());
            expected.merge(answer.question(), answer, (a, b) -> b.score() > a.score() ? b : a);
        }
        // Question 2 accepted an answer, whether there is such an answer or not.
        best.question(2, 10);
        answers.stream().filter(answer -> answer.id() == 10 && answer.question() == 2).findFirst()
                .ifPresent(answer -> expected.put(2L, answer));
        best.complete();
        for (Given answer : answers) {
            if (best.isWanted(answer.id(), answer.question())) {
                best.keptAt(answer.id(), answer.id(), answer.question());
            }
        }
        for (long question = 1; question <= 6; question++) {
            Given answer = expected.get(question);
            assertThat(best.place(question)).isEqualTo(answer == null ? -1 : answer.id());
        }
    }

    @Provide
    Arbitrary<List<Given>> answers() {
        return Combinators.combine(Arbitraries.longs().between(1, 5), Arbitraries.longs().between(-3, 3)).as(
                (question, score) -> new Given(0, question, score)).list().ofMaxSize(30).map(BestAnswersTest::numbered);
    }

    private static List<Given> numbered(List<Given> answers) {
        return java.util.stream.IntStream.range(0, answers.size())
                .mapToObj(i -> new Given(i + 1, answers.get(i).question(), answers.get(i).score())).toList();
    }

    @Test
    void thousandsOfQuestionsKeepApart() {
        BestAnswers best = new BestAnswers();
        for (int i = 1; i <= 10_000; i++) {
            best.answer(i, 3L * i, 1);
            best.question(7L * i + 100_000, i);
        }
        best.complete();
        for (int i = 1; i <= 10_000; i++) {
            assertThat(best.isWanted(i, 3L * i)).isTrue();
            assertThat(best.isWanted(i + 1, 3L * i)).isFalse();
            assertThat(best.isWanted(i, 7L * i + 100_000)).isTrue();
        }
        assertThat(best.isWanted(1, 2)).isFalse();
        assertThat(best.place(2)).isNegative();
    }
}
