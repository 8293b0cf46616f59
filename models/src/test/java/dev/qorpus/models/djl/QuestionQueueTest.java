package dev.qorpus.models.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelException;

class QuestionQueueTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<TokenizedText>> batches = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whatArrivesMeanwhileIsRunTogether() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(1);
        QuestionQueue queue = new QuestionQueue("tiny", 1, texts -> {
            first.countDown();
            await(rest);
            return results(texts);
        });
        List<Future<Embedding>> asked = new ArrayList<>();
        asked.add(threads.submit(() -> queue.embed(text(10))));
        first.await();
        for (int length : new int[]{10, 50, 11, 10, 51}) {
            asked.add(threads.submit(() -> queue.embed(text(length))));
            awaitWaiting(queue, asked.size() - 1);
        }
        rest.countDown();
        for (Future<Embedding> one : asked) {
            one.get();
        }
        assertThat(batches.stream().map(batch -> batch.stream().map(text -> text.ids().length).toList()))
                .containsExactly(List.of(10), List.of(10, 11, 10), List.of(50, 51));
    }

    @Test
    void eachGetsItsOwnResultFromManyThreads() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        QuestionQueue queue = new QuestionQueue("tiny", 2, texts -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return results(texts);
            } finally {
                running.decrementAndGet();
            }
        });
        List<Future<Float>> asked = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int length = 5 + i % 40;
            asked.add(threads.submit(() -> queue.embed(text(length)).vector()[0]));
        }
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).get()).isEqualTo(5 + i % 40);
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void aFailureIsThatOfItsBatchOnly() {
        QuestionQueue queue = new QuestionQueue("tiny", 1, texts -> {
            if (texts.getFirst().ids().length == 7) {
                throw new ModelException("tiny", "is broken");
            }
            return results(texts);
        });
        assertThatThrownBy(() -> queue.embed(text(7))).isInstanceOf(ModelException.class)
                .hasMessageContaining("is broken");
        assertThat(queue.embed(text(8)).vector()).containsExactly(8);
    }

    @Test
    void whoIsInterruptedLeavesTheOthersAlone() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(1);
        QuestionQueue queue = new QuestionQueue("tiny", 1, texts -> {
            first.countDown();
            await(rest);
            return results(texts);
        });
        Future<Embedding> running = threads.submit(() -> queue.embed(text(10)));
        first.await();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        Thread impatient = Thread.ofVirtual().start(() -> {
            try {
                queue.embed(text(11));
            } catch (ModelException e) {
                failed.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("no flag"));
            }
        });
        awaitWaiting(queue, 1);
        Future<Embedding> patient = threads.submit(() -> queue.embed(text(10)));
        awaitWaiting(queue, 2);
        impatient.interrupt();
        assertThat(failed.get()).isInstanceOf(ModelException.class).hasMessageContaining("was interrupted");
        rest.countDown();
        assertThat(running.get().vector()).containsExactly(10);
        assertThat(patient.get().vector()).containsExactly(10);
        assertThat(batches).hasSize(2);
    }

    private List<Embedding> results(List<TokenizedText> texts) {
        batches.add(texts);
        return texts.stream().map(text -> Embedding.of(new float[]{text.ids().length})).toList();
    }

    private static TokenizedText text(int length) {
        return TokenizedText.of(new long[length], 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new ModelException("tiny", "was interrupted", e);
        }
    }

    private static void awaitWaiting(QuestionQueue queue, int questions) {
        while (queue.waiting() < questions) {
            Thread.onSpinWait();
        }
    }
}
