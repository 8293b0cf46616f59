package dev.qorpus.indexer.corpus.stackexchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.instancio.Instancio;
import org.instancio.TypeToken;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Numbers;
import dev.qorpus.property.Property;
import dev.qorpus.property.Shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.field;
import static org.instancio.Select.root;

class BestAnswersTest {

    /** An answer to a question of a few, ids in no order. */
    record Given(long id, long question, long score) {}

    /** Compared with what a plain search finds. */
    @Test
    void theAcceptedOrBestAnswerIsChosenInWhateverOrderTheyCome() {
        Property.of(Instancio.of(new TypeToken<List<Given>>() {
        })
                .generate(root(), gen -> gen.collection().minSize(0).maxSize(30))
                .supply(field(Given::question), Numbers.between(1L, 5L))
                .supply(field(Given::score), Numbers.between(-3L, 3L))
                // An empty list has no fields to select.
                .lenient())
                .shrunkBy(Shrinking::list)
                .holds(300, 20261124, answers -> assertBestIsChosen(numbered(answers)));
    }

    private static void assertBestIsChosen(List<Given> answers) {
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
                best.place(answer.id(), answer.id(), answer.question());
            }
        }
        for (long question = 1; question <= 6; question++) {
            Given answer = expected.get(question);
            assertThat(best.place(question)).isEqualTo(answer == null ? -1 : answer.id());
        }
    }

    private static List<Given> numbered(List<Given> answers) {
        return IntStream.range(0, answers.size())
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
