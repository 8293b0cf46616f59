package dev.qorpus.web.json.state;

import java.util.List;

/**
 * How a server is.
 *
 * @param status always {@code up}: it answers
 * @param state {@code ready}; {@code degraded}, where it answers, but not as it should; or {@code down}, where no
 *        question can be answered
 * @param faults what is wrong
 */
public record HealthView(String status, String state, List<FaultView> faults) {

    /** What is wrong with a part, and what to do if it does not end by itself. */
    public record FaultView(String part, String what, String mend) {}

    /** The view of these faults. */
    public static HealthView of(boolean down, List<FaultView> faults) {
        return new HealthView("up", down ? "down" : faults.isEmpty() ? "ready" : "degraded", faults);
    }
}
