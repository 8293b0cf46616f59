package dev.qorpus.models;

/** Tells how well a passage answers a question, by reading both together. Thread-safe. */
public interface CrossEncoder extends AutoCloseable {

    /** The model. */
    CrossEncoderSpec spec();

    /**
     * Reads a question and a passage. If both are too long together, the longer one is cut off first.
     *
     * @return the log-odds that the passage answers the question; any finite number
     * @throws ModelException if inference fails, or if the graph gives other numbers than it should
     */
    double score(String question, String passage);

    @Override
    void close();
}
