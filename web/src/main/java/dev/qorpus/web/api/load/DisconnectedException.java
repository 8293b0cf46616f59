package dev.qorpus.web.api.load;

/** The client of a request disconnected, so its work was stopped. */
public final class DisconnectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DisconnectedException() {
        super("the client went away");
    }
}
