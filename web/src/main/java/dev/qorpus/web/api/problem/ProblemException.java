package dev.qorpus.web.api.problem;

/**
 * A request that is answered with a problem, and not with what it asks for. Its message is the problem's detail: what
 * was found and what is allowed; never a path of the machine.
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
     * @param retryAfterSeconds when asking again makes sense; 0 if never
     */
    public ProblemException(int status, String detail, int retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Of something that does not exist. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    /** Of an answer that is still being computed. */
    public static ProblemException notYet(String detail) {
        return new ProblemException(503, detail, 1);
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
