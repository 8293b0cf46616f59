package dev.qorpus.web.api.load;

/** A request whose client went away before it was answered: its work was stopped, and nobody reads what is written. */
public final class DisconnectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DisconnectedException() {
        super("the client went away");
    }
}
