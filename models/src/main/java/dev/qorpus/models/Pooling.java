package dev.qorpus.models;

/** How the token vectors of a text are combined into one vector (Reimers and Gurevych 2019, arXiv 1908.10084). */
public enum Pooling {
    /** The mean of the vectors of all tokens except padding. */
    MEAN,
    /** The vector of the first token, {@code [CLS]}. */
    CLS
}
