package dev.qorpus.models;

import java.util.List;

/**
 * Turns text into unit vectors, queries and passages apart because some models tell them apart by a prefix.
 *
 * <p>Thread-safe. A text's vector does not depend on the texts it is embedded with. Text beyond the model's
 * longest input ({@link ModelSpec#maxTokens()}) is cut off at the end.
 */
public interface Embedder extends AutoCloseable {

    /** The model behind this embedder. */
    ModelSpec spec();

    /**
     * The vector of a question.
     *
     * @return {@link ModelSpec#dimension()} floats of Euclidean length 1
     * @throws ModelException if inference fails
     */
    float[] embedQuery(String text);

    /**
     * The vectors of passages, computed on all the cores this embedder was given. All token ids of the list
     * are held at once: pass a corpus in pieces.
     *
     * @return as many rows as texts, in their order, each {@link ModelSpec#dimension()} floats of length 1
     * @throws ModelException if inference fails or the thread is interrupted (its flag is then set again)
     */
    float[][] embedPassages(List<String> texts);

    /**
     * How many tokens a passage has, prefix and special tokens counted: what is beyond
     * {@link ModelSpec#maxTokens()} is cut off before it is embedded.
     */
    int tokens(String text);

    /**
     * Whether the model has a word as one piece. Such a word is common enough to be a word; one that the model
     * has to put together may be rare, or mistyped.
     */
    boolean hasWord(String word);

    @Override
    void close();
}
