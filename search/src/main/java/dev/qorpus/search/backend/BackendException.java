package dev.qorpus.search.backend;

/** An engine that fails to answer. The message names the index and what to do. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param address of the index
     * @param message what was found, what to do
     */
    public BackendException(String address, String message, Throwable cause) {
        super("index " + address + ": " + message, cause);
    }
}
