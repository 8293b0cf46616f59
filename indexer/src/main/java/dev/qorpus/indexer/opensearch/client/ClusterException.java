package dev.qorpus.indexer.opensearch.client;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A cluster cannot be reached, or refuses a request. The message says what was found and what to do. */
public final class ClusterException extends IOException {
    private static final long serialVersionUID = 1L;

    /** There was no HTTP response. */
    public static final int NO_ANSWER = 0;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    private final int status;
    private final boolean isTransient;

    /**
     * @param status the HTTP status, or {@link #NO_ANSWER}
     * @param isTransient whether the same request may succeed soon
     */
    public ClusterException(String message, int status, boolean isTransient, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.isTransient = isTransient;
    }

    /** An error that is not transient. */
    public ClusterException(String message, @Nullable Throwable cause) {
        this(message, NO_ANSWER, false, cause);
    }

    /** The HTTP status, or {@link #NO_ANSWER}. */
    int status() {
        return status;
    }

    /** Whether the same request may succeed soon. */
    public boolean isTransient() {
        return isTransient;
    }

    /** The message, which is never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
