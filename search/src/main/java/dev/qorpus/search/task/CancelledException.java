package dev.qorpus.search.task;

/** A search whose thread was interrupted, because its client is gone or it takes too long. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("the search was interrupted");
    }
}
