package dev.qorpus.models;

import java.util.Optional;
import java.util.Set;

import dev.qorpus.models.vectors.TokenAxes;

/** The description of a model: what is needed to compute its vectors as its authors intended. */
public sealed interface ModelSpec permits SentenceTransformer, WordVectors {

    /** The name in commands, manifests and results. */
    String name();

    /** The number of floats in a vector. */
    int dimension();

    /** The checksum of the weights. Vectors from models with different checksums must not be compared. */
    String checksum();

    /** The longest input in tokens. Further tokens are cut off. */
    int maxTokens();

    /** The distribution of the model's cosines between unrelated texts; empty if it must be measured on a corpus. */
    Optional<CosineDistribution> background();

    /** The languages that the model was trained for, as ISO 639-1 codes; empty if they are not known. */
    Set<String> languages();

    /** The axes of the vectors of its tokens that ship with Qorpus, if there are any. */
    default Optional<TokenAxes> tokenAxes() {
        return Optional.empty();
    }

    /** The argument of {@code --model} that names the model wherever it runs on this machine; empty for the catalogue. */
    default Optional<String> location() {
        return Optional.empty();
    }
}
