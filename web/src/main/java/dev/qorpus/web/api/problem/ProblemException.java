package dev.qorpus.web.api.problem;

/**
 * A request is answered with a problem. The message is the detail of the problem: what was found and what is allowed,
 * without paths of the machine.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int retryAfterSeconds;

    /** @param status of HTTP, 400 to 599 */
    public ProblemException(int status, String detail) {
        this(status, detail, 0);
    }

    /**
     * @param status of HTTP, 400 to 599
     * @param retryAfterSeconds when to retry; 0 if never
     */
    public ProblemException(int status, String detail, int retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A problem of something that does not exist. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    /** A problem of a result that is still being computed. */
    public static ProblemException pending(String detail) {
        return new ProblemException(503, detail, 1);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** When to retry, in seconds; 0 if never. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
