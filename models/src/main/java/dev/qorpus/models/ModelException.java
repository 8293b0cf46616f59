package dev.qorpus.models;

/** A model is missing, damaged or unknown, or its inference fails. The message names the model and says what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param model the name of the model
     * @param message what was found, what is allowed, what to do
     */
    public ModelException(String model, String message) {
        super("model " + model + ": " + message);
    }

    /** As above, with the cause for the log. */
    public ModelException(String model, String message, Throwable cause) {
        super("model " + model + ": " + message, cause);
    }
}
