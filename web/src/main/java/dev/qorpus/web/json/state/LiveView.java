package dev.qorpus.web.json.state;

/** The liveness of a process. */
public record LiveView(String status) {

    /** The view of every running process. */
    public static final LiveView UP = new LiveView("up");
}
