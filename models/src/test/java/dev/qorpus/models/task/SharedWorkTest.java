package dev.qorpus.models.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedWorkTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<Integer>> runs = new ConcurrentLinkedQueue<>();
    /** The first run waits for it. */
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        threads.close();
    }

    private SharedWork<Integer, Integer> gated(int most, Function<List<Integer>, List<Integer>> work) {
        return new SharedWork<>(questions -> {
            runs.add(questions);
            if (questions.contains(0)) {
                awaitGate();
            }
            return work.apply(questions);
        }, 1, most, LONG);
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> squares(List<Integer> numbers) {
        return numbers.stream().map(number -> number * number).toList();
    }

    /** Asks 0, which holds the gate, and then others one after another, so that their order is known. */
    private List<Future<Integer>> ask(SharedWork<Integer, Integer> shared, int others) {
        List<Future<Integer>> asked = new ArrayList<>();
        for (int i = 0; i <= others; i++) {
            int number = i;
            asked.add(threads.submit(() -> shared.of(number)));
            while (i == 0 ? runs.isEmpty() : shared.waiting() < i) {
                Thread.onSpinWait();
            }
        }
        return asked;
    }

    @Test
    void aLoneAskerRunsAlone() throws InterruptedException {
        SharedWork<Integer, Integer> shared = new SharedWork<>(SharedWorkTest::squares, 1, 4);
        assertThat(shared.of(3)).isEqualTo(9);
        assertThat(shared.of(4)).isEqualTo(16);
        assertThat(shared.waiting()).isZero();
    }

    @Test
    void thoseWhoCameDuringARunShareTheNextOnesInTheirOrder() throws Exception {
        SharedWork<Integer, Integer> shared = gated(3, SharedWorkTest::squares);
        List<Future<Integer>> asked = ask(shared, 5);
        gate.countDown();
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).get()).isEqualTo(i * i);
        }
        assertThat(runs).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
    }

    @Test
    void aFailureReachesAllOfItsRunAndNoOther() throws Exception {
        SharedWork<Integer, Integer> shared = gated(2, questions -> {
            if (questions.contains(1)) {
                throw new IllegalArgumentException("no 1");
            }
            return squares(questions);
        });
        List<Future<Integer>> asked = ask(shared, 3);
        gate.countDown();
        assertThat(asked.get(0).get()).isZero();
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(asked.get(i)::get).isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("no 1");
        }
        assertThat(asked.get(3).get()).isEqualTo(9);
    }

    @Test
    void whoWaitsForLongRunsTheWorkItself() throws Exception {
        SharedWork<Integer, Integer> shared = new SharedWork<>(questions -> {
            runs.add(questions);
            if (questions.contains(0)) {
                awaitGate();
            }
            return squares(questions);
        }, 1, 8, Duration.ofMillis(1));
        Future<Integer> first = threads.submit(() -> shared.of(0));
        while (runs.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(shared.of(6)).isEqualTo(36);
        gate.countDown();
        assertThat(first.get()).isZero();
        assertThat(shared.of(7)).isEqualTo(49);
    }

    @Test
    void whoIsInterruptedLeavesTheOthersAlone() throws Exception {
        SharedWork<Integer, Integer> shared = gated(8, SharedWorkTest::squares);
        List<Future<Integer>> asked = ask(shared, 1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread impatient = Thread.ofVirtual().start(() -> {
            try {
                shared.of(2);
            } catch (InterruptedException e) {
                failure.set(e);
            }
        });
        while (shared.waiting() < 2) {
            Thread.onSpinWait();
        }
        impatient.interrupt();
        impatient.join();
        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        gate.countDown();
        assertThat(asked.get(1).get()).isEqualTo(1);
        assertThat(runs).containsExactly(List.of(0), List.of(1));
        assertThat(shared.of(5)).isEqualTo(25);
    }

    /** Interrupted at any moment, also while it is being called to run the work. */
    @Test
    void manyAskersGetTheirOwnResultsThoughSomeAreInterrupted() throws Exception {
        AtomicInteger running = new AtomicInteger();
        SharedWork<Integer, Integer> shared = new SharedWork<>(questions -> {
            assertThat(running.incrementAndGet()).isLessThanOrEqualTo(2);
            assertThat(questions).hasSizeLessThanOrEqualTo(5);
            Thread.onSpinWait();
            running.decrementAndGet();
            return squares(questions);
        }, 2, 5, LONG);
        List<Future<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int number = i % 1_000;
            asked.add(threads.submit(() -> shared.of(number)));
            if (i % 7 == 0) {
                asked.get(i).cancel(true);
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            if (i % 7 != 0) {
                assertThat(asked.get(i).get()).isEqualTo(i % 1_000 * (i % 1_000));
            }
        }
        assertThat(shared.of(7)).isEqualTo(49);
        assertThat(shared.waiting()).isZero();
    }
}
