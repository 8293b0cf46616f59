package dev.qorpus.search.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.qorpus.search.evaluate.EvaluationRun.ModeRun;
import dev.qorpus.search.evaluate.EvaluationRun.QuestionRun;
import dev.qorpus.search.evaluate.RunComparison.Change;
import dev.qorpus.search.evaluate.RunComparison.ModeComparison;
import dev.qorpus.search.evaluate.RunComparison.QuestionChange;
import dev.qorpus.search.query.QueryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Two evaluations side by side. */
class RunComparisonTest {

    private static EvaluationRun run(String mode, double mean, Map<String, Double> ndcg) {
        Map<String, QuestionRun> outcomes = new LinkedHashMap<>();
        Map<String, String> questions = new LinkedHashMap<>();
        ndcg.forEach((id, figure) -> {
            outcomes.put(id, new QuestionRun(figure, figure == 0 ? 0 : 1));
            questions.put(id, "what is " + id);
        });
        return new EvaluationRun("c", questions, Map.of(mode, new ModeRun(Map.of("ndcg@10", mean), outcomes)));
    }

    @Test
    void figuresAndQuestionsAreSetSideBySide() {
        RunComparison comparison = RunComparison.of(
                run("hybrid", 0.5, Map.of("a", 0.2, "b", 0.9, "c", 0.4, "d", 0.5, "gone", 1.0)),
                run("hybrid", 0.6, Map.of("a", 1.0, "b", 0.8, "c", 0.5, "d", 0.5)));
        assertThat(comparison.shared()).isEqualTo(4);
        assertThat(comparison.onlyBefore()).isEqualTo(1);
        assertThat(comparison.onlyAfter()).isZero();
        ModeComparison mode = Objects.requireNonNull(comparison.modes().get("hybrid"));
        assertThat(mode.figures()).containsExactly(Map.entry("ndcg@10", new Change(0.5, 0.6)));
        assertThat(mode.better()).extracting(QuestionChange::id).containsExactly("a", "c");
        assertThat(mode.worse()).extracting(QuestionChange::text).containsExactly("what is b");
        Significance significance = Objects.requireNonNull(mode.significance());
        assertThat(significance.difference()).isEqualTo(0.2, within(1e-9));
        assertThat(List.of(significance.wins(), significance.losses(), significance.ties())).containsExactly(2, 1, 1);
    }

    @Test
    void runsThatHaveNothingInCommonCannotBeCompared() {
        EvaluationRun run = run("hybrid", 1, Map.of("a", 1.0));
        assertThatThrownBy(() -> RunComparison.of(run, run("lexical", 1, Map.of("a", 1.0))))
                .isInstanceOf(QueryException.class)
                .hasMessage("no mode is in both: before there are hybrid, after lexical");
        assertThatThrownBy(() -> RunComparison.of(run, run("hybrid", 1, Map.of("b", 1.0))))
                .isInstanceOf(QueryException.class)
                .hasMessage("no question is in both: before there are 1 of c, after 1 of c");
    }
}
