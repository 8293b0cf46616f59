package dev.qorpus.models;

import java.util.Optional;

import dev.qorpus.models.recipe.GraphSignature;

/** A model in ONNX that reads texts as tokens. */
public interface OnnxModel {

    /** The name in commands and messages. */
    String name();

    /** The longest input in tokens, including special tokens. Further tokens are cut off. */
    int maxTokens();

    /** The inputs and the output of its graph. */
    GraphSignature graph();

    /** Where its files are. */
    ModelSource source();

    /** The checksum of its files. */
    default String checksum() {
        return source().checksum();
    }

    /** The argument that names the model wherever it runs on this machine; empty for the catalogue. */
    default Optional<String> location() {
        return source() instanceof ModelSource.Directory directory
                ? Optional.of(directory.location())
                : Optional.empty();
    }
}
