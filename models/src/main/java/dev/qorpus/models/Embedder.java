package dev.qorpus.models;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.models.vectors.TokenSpans;

/**
 * Turns texts into vectors of length 1. Questions and passages have methods of their own, because some models put
 * different prefixes before them.
 *
 * <p>Thread-safe. The vector of a text does not depend on the texts it is embedded with. Tokens beyond
 * {@link ModelSpec#maxTokens()} are cut off.
 */
public interface Embedder extends AutoCloseable {

    /** The model of this embedder. */
    ModelSpec spec();

    /**
     * Embeds a question.
     *
     * @return {@link ModelSpec#dimension()} floats of Euclidean length 1
     * @throws ModelException if inference fails
     */
    float[] embedQuery(String text);

    /**
     * Embeds passages in parallel. The tokens of all texts are in memory at once, so split a corpus into batches.
     *
     * @return one row for each text, in the same order; a row has {@link ModelSpec#dimension()} floats and length 1
     * @throws ModelException if inference fails, or if the thread is interrupted; then its interrupted flag is set
     */
    float[][] embedPassages(List<String> texts);

    /**
     * Embeds a question, and gives the vectors of its tokens from the same run.
     *
     * @throws ModelException if inference fails
     */
    default Embedding queryTokens(String text) {
        return Embedding.of(embedQuery(text));
    }

    /**
     * Embeds passages as {@link #embedPassages} does, and gives the vectors of their tokens from the same runs.
     *
     * @return one for each text, in the same order
     */
    default List<Embedding> passageTokens(List<String> texts) {
        return Arrays.stream(embedPassages(texts)).map(Embedding::of).toList();
    }

    /** Where the tokens of a passage are whose vectors {@link #passageTokens} gives, without running the model. */
    default TokenSpans tokenSpans(String text) {
        return TokenSpans.NONE;
    }

    /**
     * Counts the tokens of a passage, including its prefix and the special tokens. Tokens beyond
     * {@link ModelSpec#maxTokens()} are counted, but not embedded.
     */
    int tokens(String text);

    /**
     * Whether a word is one token of the model. If it is, the word is common. If it is split into several tokens, it may
     * be rare or misspelled.
     */
    boolean hasWord(String word);

    @Override
    void close();
}
