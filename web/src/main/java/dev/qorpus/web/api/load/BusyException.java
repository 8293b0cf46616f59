package dev.qorpus.web.api.load;

/** A request that was not answered because of all the others, or because it takes too long; to be asked again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    BusyException(String message, int retryAfterSeconds) {
        super(message);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When asking again makes sense. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
