package dev.qorpus.search.pipeline;

import java.util.EnumMap;
import java.util.Map;

import dev.qorpus.search.result.StageTimings;
import dev.qorpus.search.task.CancelledException;

/** Measures the stages of one question, and ends it between two of them if its thread was interrupted. */
final class StageTimer {

    private final long start = System.nanoTime();
    private final Map<Stage, Double> millis = new EnumMap<>(Stage.class);
    private long last = start;

    /**
     * Ends a stage: the time since the last one counts as its own.
     *
     * @throws CancelledException if the thread was interrupted
     */
    void end(Stage stage) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        long now = System.nanoTime();
        millis.merge(stage, (now - last) / 1e6, Double::sum);
        last = now;
    }

    /** The time since the question was asked, in milliseconds. */
    double totalMillis() {
        return (System.nanoTime() - start) / 1e6;
    }

    /** What is reported of the stages. */
    StageTimings timings() {
        return new StageTimings(millis(Stage.WORDS), millis(Stage.EMBEDDING), millis(Stage.VECTORS),
                millis(Stage.RERANKING), millis(Stage.HITS));
    }

    private double millis(Stage stage) {
        return millis.getOrDefault(stage, 0.0);
    }
}
