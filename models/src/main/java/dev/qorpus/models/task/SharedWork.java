package dev.qorpus.models.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Work that costs less for several askers at once, such as reading all vectors of an index, or the weights of a model. The
 * first asker begins at once, on its own thread. Who comes while as much runs as may waits, without holding a core. When a
 * run ends, the first of those who wait runs the work for itself and for those behind it that may join. So a lone asker
 * waits for nothing, and no asker for long: it then runs the work itself. Thread-safe.
 */
public final class SharedWork<Q, R> {

    /**
     * Many times a run. Before JDK 24 a virtual thread that waits within a synchronized method holds its core. If all cores
     * were held so, the next to run would have none.
     */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Function<List<Q>, List<R>> work;
    private final int runs;
    private final BiPredicate<List<Q>, Q> joins;
    private final Duration patience;
    /** First come, first served. It also guards {@link #running} and who leads. */
    private final Queue<Asker<Q, R>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param work computes a result for each of some questions, in their order
     * @param runs how many runs there may be at once
     * @param most askers in one run
     */
    public SharedWork(Function<List<Q>, List<R>> work, int runs, int most) {
        this(work, runs, most, PATIENCE);
    }

    /** The same with another time after which an asker runs the work itself. */
    SharedWork(Function<List<Q>, List<R>> work, int runs, int most, Duration patience) {
        this(work, runs, (together, next) -> together.size() < most, patience);
    }

    /**
     * @param work computes a result for each of some questions, in their order
     * @param runs how many runs there may be at once
     * @param joins whether a question may join those of a run
     * @param patience after which an asker runs the work itself: many times a run
     */
    public SharedWork(Function<List<Q>, List<R>> work, int runs, BiPredicate<List<Q>, Q> joins, Duration patience) {
        this.work = work;
        this.runs = runs;
        this.joins = joins;
        this.patience = patience;
    }

    /** One who asks; called when it has its result, or is to run the work. */
    private static final class Asker<Q, R> {
        private final Q question;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean leads;
        private @Nullable R result;
        private @Nullable Throwable failure;

        Asker(Q question) {
            this.question = question;
        }

        R result() {
            if (failure instanceof RuntimeException known) {
                throw known;
            }
            if (failure instanceof Error serious) {
                throw serious;
            }
            if (result == null) {
                throw new IllegalStateException("the work has no result");
            }
            return result;
        }
    }

    /**
     * The result of a question.
     *
     * @throws RuntimeException what the work threw; all askers of a run get the same
     * @throws InterruptedException if the thread is interrupted while it waits; the others of its run go on
     */
    public R of(Q question) throws InterruptedException {
        Asker<Q, R> own = new Asker<>(question);
        if (!begins(own)) {
            await(own);
        }
        if (own.leads) {
            run(own);
        }
        return own.result();
    }

    /** How many wait. */
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private boolean begins(Asker<Q, R> own) {
        synchronized (waiting) {
            own.leads = running < runs;
            if (own.leads) {
                running++;
            } else {
                waiting.add(own);
            }
            return own.leads;
        }
    }

    private void await(Asker<Q, R> own) throws InterruptedException {
        try {
            if (!own.called.await(patience.toNanos(), TimeUnit.NANOSECONDS) && !withdraws(own)) {
                own.called.await();
            }
        } catch (InterruptedException e) {
            boolean leads;
            synchronized (waiting) {
                waiting.remove(own);
                leads = own.leads;
            }
            if (leads) {
                next();
            }
            throw e;
        }
    }

    /** Whether an asker still waits; if so, it runs the work now. */
    private boolean withdraws(Asker<Q, R> own) {
        synchronized (waiting) {
            if (!waiting.remove(own)) {
                return false;
            }
            own.leads = true;
            running++;
            return true;
        }
    }

    private void run(Asker<Q, R> own) {
        List<Asker<Q, R>> together = new ArrayList<>(List.of(own));
        List<Q> questions = new ArrayList<>(List.of(own.question));
        synchronized (waiting) {
            for (Iterator<Asker<Q, R>> rest = waiting.iterator(); rest.hasNext();) {
                Asker<Q, R> next = rest.next();
                if (joins.test(questions, next.question)) {
                    rest.remove();
                    together.add(next);
                    questions.add(next.question);
                }
            }
        }
        try {
            List<R> results = work.apply(List.copyOf(questions));
            for (int i = 0; i < together.size(); i++) {
                together.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error e) {
            together.forEach(asker -> asker.failure = e);
        } finally {
            next();
            together.forEach(asker -> asker.called.countDown());
        }
    }

    /** Ends a run: the first of those who wait begins the next one. */
    private void next() {
        Asker<Q, R> next;
        synchronized (waiting) {
            next = running > runs ? null : waiting.poll();
            if (next == null) {
                running--;
                return;
            }
            next.leads = true;
        }
        next.called.countDown();
    }
}
