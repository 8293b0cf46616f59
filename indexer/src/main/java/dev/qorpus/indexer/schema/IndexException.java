package dev.qorpus.indexer.schema;

/** An index cannot be opened, read or written. The message names the index, what was found, and what to do. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param address the address of the index
     * @param message what was found, what is allowed, what to do
     */
    public IndexException(String address, String message) {
        super("index " + address + ": " + message);
    }

    /** As above, with the cause for the log. */
    public IndexException(String address, String message, Throwable cause) {
        super("index " + address + ": " + message, cause);
    }
}
