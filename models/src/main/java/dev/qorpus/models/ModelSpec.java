package dev.qorpus.models;

/** A model: what must be known of it to get the vectors its authors meant, and to tell them from others'. */
public sealed interface ModelSpec permits SentenceTransformer, WordVectors {

    /** The name in commands, manifests and results. */
    String name();

    /** Length of its vectors. */
    int dimension();

    /** Identifies the weights: vectors of two models with different checksums must not be compared. */
    String checksum();

    /** Longest input in tokens; what is beyond is cut off. */
    int maxTokens();

    /** How its cosines are spread. */
    CosineDistribution background();
}
