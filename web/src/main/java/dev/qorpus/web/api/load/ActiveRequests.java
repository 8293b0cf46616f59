package dev.qorpus.web.api.load;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * The requests being worked on. Every few milliseconds those whose time is up, and those whose client has gone, are
 * interrupted; searching looks for that between its steps. Nothing ticks while nobody asks.
 */
public final class ActiveRequests implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(50);

    private final Duration budget;
    private final DisconnectDetector hangUps = DisconnectDetector.open();
    private final Set<Work> works = ConcurrentHashMap.newKeySet();
    private final Object idle = new Object();
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong hungUp = new AtomicLong();
    private volatile boolean closed;

    /** @param budget how long a request may take */
    public ActiveRequests(Duration budget) {
        this.budget = budget;
        Thread.ofPlatform().daemon().name("under-way").start(this::tick);
    }

    /** What is done for one request. */
    interface Step {
        void run() throws Exception;
    }

    /** How many requests were stopped because they took too long. */
    public long overdue() {
        return overdue.get();
    }

    /** How many were stopped because their client had gone. */
    public long hungUp() {
        return hungUp.get();
    }

    /**
     * Works for a request, on this thread.
     *
     * @throws ProblemException if it took too long
     * @throws DisconnectedException if its client went away meanwhile
     */
    void run(Context context, Step step) throws Exception {
        Work work = new Work(Thread.currentThread(), System.nanoTime() + budget.toNanos(), Connections.of(context));
        begin(work);
        try {
            step.run();
        } catch (Exception e) {
            // Whatever failed, it failed because it was interrupted.
            throw work.end() == Work.Stop.NONE ? e : stopped(work);
        } finally {
            work.end();
            works.remove(work);
        }
    }

    private Exception stopped(Work work) {
        if (work.end() == Work.Stop.HUNG_UP) {
            hungUp.incrementAndGet();
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
            hangUps.find(works, work -> work.stop(Work.Stop.HUNG_UP));
        }
        hangUps.close();
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
