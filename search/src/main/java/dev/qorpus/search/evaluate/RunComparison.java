package dev.qorpus.search.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.evaluate.EvaluationRun.ModeRun;
import dev.qorpus.search.evaluate.EvaluationRun.QuestionRun;
import dev.qorpus.search.query.QueryException;

/**
 * Two evaluations of the same collection: the figures of both, and the questions that changed.
 *
 * @param collection its name
 * @param shared how many questions are in both
 * @param onlyBefore how many are in the first only
 * @param onlyAfter how many are in the second only
 * @param modes those of both, in the order of the second
 */
public record RunComparison(String collection, int shared, int onlyBefore, int onlyAfter,
        Map<String, ModeComparison> modes) {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /**
     * One mode in both.
     *
     * @param figures those that both have, by name
     * @param significance of the difference in nDCG@10, over the questions of both; {@code null} if they share none
     * @param better questions with a higher nDCG@10, the greatest difference first
     * @param worse questions with a lower one, the greatest difference first
     */
    public record ModeComparison(Map<String, Change> figures, @Nullable Significance significance,
            List<QuestionChange> better, List<QuestionChange> worse) {}

    /** A figure in both. */
    public record Change(double before, double after) {

        public double difference() {
            return after - before;
        }
    }

    /** A question in both. */
    public record QuestionChange(String id, String text, QuestionRun before, QuestionRun after) {

        public double difference() {
            return after.ndcg10() - before.ndcg10();
        }
    }

    /**
     * Compares.
     *
     * @throws QueryException if no question or no mode is in both
     */
    public static RunComparison of(EvaluationRun before, EvaluationRun after) {
        int shared = (int) after.questions().keySet().stream().filter(before.questions()::containsKey).count();
        if (shared == 0) {
            throw new QueryException("no question is in both: before there are " + before.questions().size() + " of "
                    + before.collection() + ", after " + after.questions().size() + " of " + after.collection());
        }
        Map<String, ModeComparison> modes = new LinkedHashMap<>();
        after.modes().forEach((name, mode) -> Optional.ofNullable(before.modes().get(name))
                .ifPresent(earlier -> modes.put(name, of(earlier, mode, after.questions()))));
        if (modes.isEmpty()) {
            throw new QueryException("no mode is in both: before there are "
                    + String.join(", ", before.modes().keySet()) + ", after "
                    + String.join(", ", after.modes().keySet()));
        }
        return new RunComparison(after.collection(), shared, before.questions().size() - shared,
                after.questions().size() - shared, modes);
    }

    private static ModeComparison of(ModeRun before, ModeRun after, Map<String, String> texts) {
        Map<String, Change> figures = new LinkedHashMap<>();
        after.figures().forEach((name, figure) -> Optional.ofNullable(before.figures().get(name))
                .ifPresent(earlier -> figures.put(name, new Change(earlier, figure))));
        List<QuestionChange> changes = new ArrayList<>();
        after.outcomes().forEach((id, outcome) -> Optional.ofNullable(before.outcomes().get(id))
                .ifPresent(earlier -> changes.add(new QuestionChange(id,
                        Objects.requireNonNullElse(texts.get(id), ""), earlier, outcome))));
        Significance significance = changes.isEmpty()
                ? null
                : Significance.of(AFTER, changes.stream().mapToDouble(change -> change.after().ndcg10()).toArray(),
                        BEFORE,
                        changes.stream().mapToDouble(change -> change.before().ndcg10()).toArray());
        Comparator<QuestionChange> byDifference = Comparator.comparingDouble(QuestionChange::difference);
        return new ModeComparison(figures, significance,
                changes.stream().filter(change -> change.difference() > 0).sorted(byDifference.reversed()).toList(),
                changes.stream().filter(change -> change.difference() < 0).sorted(byDifference).toList());
    }
}
