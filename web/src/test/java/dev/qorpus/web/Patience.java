package dev.qorpus.web;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for other processes and threads until a condition holds, long enough for a busy machine. */
public final class Patience {

    /** A machine with two other builds needs a tenth of it. */
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Patience() {}

    /**
     * Starts a wait, as in {@code await("the index is back").until(...)}.
     *
     * @param condition the condition in words, for the message of a failure
     */
    public static ConditionFactory await(String condition) {
        return Awaitility.await(condition).atMost(LONGEST).pollInterval(BETWEEN).pollDelay(Duration.ZERO);
    }
}
