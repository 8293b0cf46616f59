package dev.qorpus.search.backend;

/** An engine that fails to answer. The message names the index and what to do. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /**
     * @param address of the index
     * @param message what was found, what to do
     */
    public BackendException(String address, String message, Throwable cause) {
        this(address, message, false, cause);
    }

    /** @param temporary whether the same question may be answered soon, without anything done to the index */
    public BackendException(String address, String message, boolean temporary, Throwable cause) {
        super("index " + address + ": " + message, cause);
        this.temporary = temporary;
    }

    /** Whether the same question may be answered soon: a remote index does not answer at the moment. */
    public boolean isTransient() {
        return temporary;
    }
}
