package dev.qorpus.web;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait for another process or thread: until a condition holds, and long enough for a busy machine. */
public final class Patience {

    /** A machine that also runs two other builds needs a tenth of it. */
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Patience() {}

    /**
     * The beginning of a wait, as in {@code await("the index is back").until(...)}.
     *
     * @param condition says what did not come true, if it does not
     */
    public static ConditionFactory await(String condition) {
        return Awaitility.await(condition).atMost(LONGEST).pollInterval(BETWEEN).pollDelay(Duration.ZERO);
    }
}
