package dev.qorpus.web.json.state;

import java.util.List;

/**
 * The health of a server.
 *
 * @param status always {@code up}
 * @param state {@code ready}; {@code degraded}, if it works with a fault; or {@code down}, if no question can be
 * answered
 * @param faults the current faults
 */
public record HealthView(String status, String state, List<FaultView> faults) {

    /** A fault of a part, and what to do if it does not go away. */
    public record FaultView(String part, String what, String mend) {}

    /** The view of these faults. */
    public static HealthView of(boolean down, List<FaultView> faults) {
        return new HealthView("up", down ? "down" : faults.isEmpty() ? "ready" : "degraded", faults);
    }
}
