package dev.qorpus.search.query;

/** A query that cannot be run as it is asked: what was found, and what is allowed. The caller can correct it. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was found, what is allowed */
    public QueryException(String message) {
        super(message);
    }
}
