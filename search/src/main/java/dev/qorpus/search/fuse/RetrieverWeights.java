package dev.qorpus.search.fuse;

import java.util.EnumMap;
import java.util.Map;

import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * What each retriever weighs in a score.
 *
 * @param weights by retriever, each from 0 to 1, together 1; one that is not there weighs 0
 */
public record RetrieverWeights(Map<RetrieverKind, Double> weights) {

    /** Keeps a copy. */
    public RetrieverWeights {
        weights = Map.copyOf(weights);
    }

    /**
     * Gives words the weight {@code lexicalWeight} and vectors the rest.
     *
     * @throws IllegalArgumentException if the weight is not within 0 and 1
     */
    public static RetrieverWeights ofWords(double lexicalWeight) {
        if (!(lexicalWeight >= 0 && lexicalWeight <= 1)) {
            throw new IllegalArgumentException("a lexical weight is between 0 and 1, not " + lexicalWeight);
        }
        return new RetrieverWeights(new EnumMap<>(
                Map.of(RetrieverKind.LEXICAL, lexicalWeight, RetrieverKind.DENSE, 1 - lexicalWeight)));
    }

    /** What one retriever weighs. */
    public double of(RetrieverKind retriever) {
        return weights.getOrDefault(retriever, 0.0);
    }
}
