package dev.qorpus.models;

import java.util.Optional;

import dev.qorpus.models.vectors.TokenAxes;

/** Reads models from files. All methods throw {@link ModelException} if a model is missing, incomplete or damaged. */
public interface ModelLoader {

    /** Loads a model. */
    Embedder open(ModelSpec spec);

    /** Loads only the tokenizer of a model, which is much faster. */
    Tokenizer tokenizer(SentenceTransformer spec);

    /** Describes the model in a directory. */
    ModelSpec directory(String location);

    /** The axes of the vectors of a model's tokens: shipped ones, or those that were learned on this machine. */
    Optional<TokenAxes> axes(ModelSpec spec);

    /**
     * The same. Axes that are missing are learned, which takes as long as embedding some hundred paragraphs; empty only if
     * the model has no vectors of tokens.
     */
    Optional<TokenAxes> learnAxes(ModelSpec spec);
}
