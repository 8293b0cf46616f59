package dev.qorpus.indexer.opensearch.client;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A cluster that does not do what it was asked. The message says what was found and what to do. */
public final class ClusterException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Nothing that speaks HTTP answered. */
    public static final int NO_ANSWER = 0;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    private final int status;
    private final boolean passing;

    /**
     * @param status of the answer, {@link #NO_ANSWER} if there was none
     * @param passing whether the same request may succeed soon
     */
    public ClusterException(String message, int status, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.passing = passing;
    }

    /** One that will not pass by itself. */
    public ClusterException(String message, @Nullable Throwable cause) {
        this(message, NO_ANSWER, false, cause);
    }

    /** The HTTP status of the answer. */
    int status() {
        return status;
    }

    /** Whether the same request may succeed soon. */
    public boolean isPassing() {
        return passing;
    }

    /** The message, which every such exception has. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
