package dev.qorpus.web.json.state;

/** That a process runs. */
public record LiveView(String status) {

    /** What every process that can say so says. */
    public static final LiveView UP = new LiveView("up");
}
