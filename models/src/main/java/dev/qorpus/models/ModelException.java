package dev.qorpus.models;

/** A model that is missing, damaged, unknown or fails: the message says which, and what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param model name of the model: the place of the trouble
     * @param message what was found, what is allowed, what to do
     */
    public ModelException(String model, String message) {
        super("model " + model + ": " + message);
    }

    /** As above, keeping the cause for the log. */
    public ModelException(String model, String message, Throwable cause) {
        super("model " + model + ": " + message, cause);
    }
}
