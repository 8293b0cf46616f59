package dev.qorpus.web.api.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.javalin.http.Context;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Admits a limited number of requests at once. A limited number of others wait, first come first served. All others
 * are refused, so that admitted requests are answered soon under any load.
 */
public final class Admission {

    private final Limits limits;
    private final ActiveRequests active;
    /** Fair: first come, first served. */
    private final Semaphore places;
    private final AtomicLong refused = new AtomicLong();

    /** @param active stops requests that take too long or whose client has disconnected */
    public Admission(Limits limits, ActiveRequests active) {
        this.limits = limits;
        this.active = active;
        this.places = new Semaphore(limits.atOnce(), true);
    }

    /** How many requests run. */
    public int working() {
        return limits.atOnce() - places.availablePermits();
    }

    /** How many requests wait. */
    public int waiting() {
        return places.getQueueLength();
    }

    /** How many requests were refused. */
    public long refused() {
        return refused.get();
    }

    /**
     * Runs the work of a request as soon as it is admitted. Waiting counts as a part of its time.
     *
     * @throws ProblemException if too many wait, or if it takes too long
     */
    public void admit(Context context, Runnable work) throws Exception {
        active.run(context, () -> {
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
