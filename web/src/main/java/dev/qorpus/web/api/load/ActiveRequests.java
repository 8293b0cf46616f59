package dev.qorpus.web.api.load;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * The requests that run. Every 50 ms it interrupts those that take too long, and those whose client has disconnected.
 * Search checks for interruption between its stages. The timer stops while no request runs.
 */
public final class ActiveRequests implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(50);

    private final Duration budget;
    private final DisconnectDetector disconnects = DisconnectDetector.open();
    private final Set<Work> works = ConcurrentHashMap.newKeySet();
    private final Object idle = new Object();
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong disconnected = new AtomicLong();
    private volatile boolean closed;

    /** @param budget how long a request may take */
    public ActiveRequests(Duration budget) {
        this.budget = budget;
        Thread.ofPlatform().daemon().name("active-requests").start(this::tick);
    }

    /** A step of a request. */
    interface Step {
        void run() throws Exception;
    }

    /** How many requests were stopped because they took too long. */
    public long overdue() {
        return overdue.get();
    }

    /** How many requests were stopped because the client disconnected. */
    public long disconnected() {
        return disconnected.get();
    }

    /**
     * Runs a step of a request on this thread.
     *
     * @throws ProblemException if it took too long
     * @throws DisconnectedException if the client disconnected
     */
    void run(Context context, Step step) throws Exception {
        Work work = new Work(Thread.currentThread(), System.nanoTime() + budget.toNanos(), Connections.of(context));
        begin(work);
        try {
            step.run();
        } catch (Exception e) {
            // After a stop, any failure comes from the interruption.
            throw work.end() == Work.Stop.NONE ? e : stopped(work);
        } finally {
            work.end();
            works.remove(work);
        }
    }

    private Exception stopped(Work work) {
        if (work.end() == Work.Stop.DISCONNECTED) {
            disconnected.incrementAndGet();
            return new DisconnectedException();
        }
        overdue.incrementAndGet();
        return new ProblemException(503, "this takes longer than " + budget.toSeconds()
                + " s, and was stopped; ask for less at once, or again when the server is less busy", 5);
    }

    private void begin(Work work) {
        works.add(work);
        if (works.size() == 1) {
            synchronized (idle) {
                idle.notifyAll();
            }
        }
    }

    private void tick() {
        while (!closed) {
            try {
                awaitWork();
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            for (Work work : works) {
                if (now - work.until() > 0) {
                    work.stop(Work.Stop.OVERDUE);
                }
            }
            disconnects.find(works, work -> work.stop(Work.Stop.DISCONNECTED));
        }
        disconnects.close();
    }

    private void awaitWork() throws InterruptedException {
        synchronized (idle) {
            while (works.isEmpty() && !closed) {
                idle.wait();
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.notifyAll();
        }
    }
}
