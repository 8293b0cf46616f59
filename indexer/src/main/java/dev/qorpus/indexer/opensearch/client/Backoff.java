package dev.qorpus.indexer.opensearch.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between retries that get longer and longer, up to a time limit. */
public final class Backoff {

    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final long deadline;
    private int pause = FIRST_PAUSE_MILLIS;

    public Backoff(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * Pauses before a retry.
     *
     * @return false, without a pause, if the time limit has passed
     */
    public boolean pause() throws ClusterException {
        if (System.nanoTime() - deadline > 0) {
            return false;
        }
        try {
            // Random, so that several processes do not retry at the same time.
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextInt(pause / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for the cluster", e);
        }
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        return true;
    }
}
