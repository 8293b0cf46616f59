package dev.qorpus.models.djl;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.qorpus.models.Embedding;
import dev.qorpus.models.ModelException;

/**
 * Runs questions that arrive while others are run together, as {@link TextBatches} says what that saves. A question that
 * arrives alone is run at once. It has no threads of its own: one that waits runs the next batch as soon as there is
 * room.
 */
final class QuestionQueue {

    /** Embeds texts of nearly one length in one run. */
    interface Run {

        /** @throws ModelException if inference fails */
        List<Embedding> of(List<TokenizedText> texts);
    }

    /** A question that waits for its result. */
    private static final class Waiting {

        private final TokenizedText text;
        private @Nullable Embedding result;
        private @Nullable ModelException failure;

        private Waiting(TokenizedText text) {
            this.text = text;
        }

        private boolean isDone() {
            return result != null || failure != null;
        }
    }

    private final String model;
    private final int most;
    private final Run run;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** In the order of arrival; those that are being run are not in it. */
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private int running;

    /**
     * @param model its name, for messages
     * @param most how many batches are run at a time
     * @param run embeds a batch
     */
    QuestionQueue(String model, int most, Run run) {
        this.model = model;
        this.most = most;
        this.run = run;
    }

    /**
     * Embeds a question, perhaps together with others.
     *
     * @throws ModelException if inference fails, or if the thread is interrupted while it waits; its interrupted flag is
     *         set then
     */
    Embedding embed(TokenizedText text) {
        Waiting mine = new Waiting(text);
        enter(mine);
        try {
            for (List<Waiting> batch = next(mine); !batch.isEmpty(); batch = next(mine)) {
                run(batch);
            }
        } catch (InterruptedException e) {
            leave(mine);
            Thread.currentThread().interrupt();
            throw new ModelException(model, "was interrupted while embedding", e);
        }
        if (mine.result == null) {
            throw mine.failure != null ? mine.failure : new IllegalStateException("a question was not run");
        }
        return mine.result;
    }

    /** How many questions wait for a batch. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(Waiting mine) {
        lock.lock();
        try {
            waiting.add(mine);
        } finally {
            lock.unlock();
        }
    }

    private void leave(Waiting mine) {
        lock.lock();
        try {
            waiting.remove(mine);
            // Another one may have to run what is left.
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a batch to run; empty once the own question is done. */
    private List<Waiting> next(Waiting mine) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!mine.isDone()) {
                if (running < most && !waiting.isEmpty()) {
                    running++;
                    return take();
                }
                changed.await();
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** The question that waits longest, and others of nearly its length. */
    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        int longest = 0;
        int shortest = Integer.MAX_VALUE;
        for (Iterator<Waiting> rest = waiting.iterator(); rest.hasNext();) {
            Waiting next = rest.next();
            int length = next.text.ids().length;
            if (batch.isEmpty() || TextBatches.fit(Math.min(shortest, length), Math.max(longest, length),
                    batch.size() + 1)) {
                longest = Math.max(longest, length);
                shortest = Math.min(shortest, length);
                batch.add(next);
                rest.remove();
            }
        }
        return batch;
    }

    private void run(List<Waiting> batch) {
        try {
            List<Embedding> results = run.of(batch.stream().map(question -> question.text).toList());
            end(() -> {
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).result = results.get(i);
                }
            });
        } catch (ModelException e) {
            end(() -> batch.forEach(question -> question.failure = e));
        } catch (RuntimeException | Error e) {
            end(() -> batch.forEach(question -> question.failure = new ModelException(model,
                    "inference failed (" + e.getMessage() + "); run 'qorpus doctor'", e)));
            throw e;
        }
    }

    private void end(Runnable results) {
        lock.lock();
        try {
            results.run();
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
