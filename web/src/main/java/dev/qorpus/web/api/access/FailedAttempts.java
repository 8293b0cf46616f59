package dev.qorpus.web.api.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.qorpus.web.api.problem.ProblemException;

/**
 * How often somebody was wrong about the token of late. After a few times an address has to wait, whatever it says, so
 * that guessing takes for ever; browsers that are signed in already are not asked for the token, and do not wait.
 */
final class FailedAttempts {

    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** More addresses than these at once are an attack, whose oldest are forgotten first. */
    private static final int KEPT = 10_000;

    /** Attempts of one address since a moment. */
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

    /** Notes that an address was wrong. */
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
