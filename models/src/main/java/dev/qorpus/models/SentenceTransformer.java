package dev.qorpus.models;

import java.util.Optional;
import java.util.Set;

import dev.qorpus.models.recipe.GraphSignature;
import dev.qorpus.models.recipe.TransformerRecipe;
import dev.qorpus.models.vectors.TokenAxes;

/**
 * A sentence-transformer in ONNX.
 *
 * @param name the name in commands, manifests and results
 * @param dimension the number of floats in a vector
 * @param queryPrefix the text before a question, including the blank
 * @param passagePrefix the text before a passage, including the blank
 * @param maxTokens the longest input in tokens, including special tokens such as {@code [CLS]}
 * @param recipe the way from a text to its vector
 * @param source where its files are
 * @param background the distribution of its cosines between unrelated texts, if it is known
 * @param languages the languages that it was trained for, as ISO 639-1 codes; empty if they are not known
 */
public record SentenceTransformer(String name, int dimension, String queryPrefix, String passagePrefix, int maxTokens,
        TransformerRecipe recipe, ModelSource source, Optional<CosineDistribution> background, Set<String> languages)
        implements
            ModelSpec,
            OnnxModel {

    @Override
    public String checksum() {
        return OnnxModel.super.checksum();
    }

    @Override
    public GraphSignature graph() {
        return recipe.graph();
    }

    @Override
    public Optional<TokenAxes> tokenAxes() {
        return ShippedAxes.of(this);
    }

    @Override
    public Optional<String> location() {
        return OnnxModel.super.location();
    }
}
