package dev.qorpus.web.api.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * Counts wrong tokens by client address. After a few, the address has to wait, so that guessing is hopeless. Browsers
 * that are signed in need no token and do not wait.
 */
final class FailedAttempts {

    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** The most addresses that are counted. Beyond that the oldest are dropped first. */
    private static final int KEPT = 10_000;

    /** The attempts of one address since a time. */
    private record Count(long began, int failed) {}

    private final Map<String, Count> counts = new LinkedHashMap<>();

    /**
     * Checks that an address may try.
     *
     * @throws ProblemException if it has to wait
     */
    synchronized void check(String address) {
        Count count = counts.get(address);
        if (count == null || count.failed() < ALLOWED) {
            return;
        }
        Duration left = WINDOW.minusNanos(System.nanoTime() - count.began());
        if (left.isNegative()) {
            counts.remove(address);
            return;
        }
        throw new ProblemException(429, "too many wrong tokens; wait for a minute", (int) left.toSeconds() + 1);
    }

    /** Counts a wrong token of an address. */
    synchronized void failed(String address) {
        long now = System.nanoTime();
        Count count = counts.remove(address);
        counts.put(address, count != null && now - count.began() <= WINDOW.toNanos()
                ? new Count(count.began(), count.failed() + 1)
                : new Count(now, 1));
        if (counts.size() > KEPT) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
