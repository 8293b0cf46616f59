package dev.qorpus.web.api.access;

/** A request that may not be asked by whoever asks it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int retryAfterSeconds;

    RefusedException(int status, String message) {
        this(status, message, 0);
    }

    /** @param retryAfterSeconds when asking again makes sense; 0 if never */
    RefusedException(int status, String message, int retryAfterSeconds) {
        super(message);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** When asking again makes sense; 0 if never. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
