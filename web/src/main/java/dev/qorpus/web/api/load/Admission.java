package dev.qorpus.web.api.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Lets as many requests work at once as the machine has use for, has a bounded number of others wait in the order in
 * which they came, and refuses what is beyond that, so that who is let in is answered soon, however many ask.
 */
public final class Admission {

    private final Limits limits;
    private final ActiveRequests underWay;
    /** Fair: who came first is answered first. */
    private final Semaphore places;
    private final AtomicLong refused = new AtomicLong();

    /** @param underWay stops what takes too long, and what nobody waits for any more */
    public Admission(Limits limits, ActiveRequests underWay) {
        this.limits = limits;
        this.underWay = underWay;
        this.places = new Semaphore(limits.atOnce(), true);
    }

    /** How many work. */
    public int working() {
        return limits.atOnce() - places.availablePermits();
    }

    /** How many wait. */
    public int waiting() {
        return places.getQueueLength();
    }

    /** How many were refused so far. */
    public long refused() {
        return refused.get();
    }

    /**
     * Works for a request when it is its turn. It may take no longer than its budget.
     *
     * @throws ProblemException if too many wait, or if it takes too long
     */
    public void admit(Context context, Runnable work) throws Exception {
        underWay.run(context, () -> {
            enter();
            try {
                work.run();
            } finally {
                places.release();
            }
        });
    }

    private void enter() throws InterruptedException {
        if (places.tryAcquire()) {
            return;
        }
        if (waiting() >= limits.waiting()
                || !places.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
            refused.incrementAndGet();
            throw new ProblemException(503,
                    "the server is answering as many questions as it can; ask again in a second", 1);
        }
    }
}
