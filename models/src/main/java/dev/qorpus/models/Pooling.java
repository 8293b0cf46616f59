package dev.qorpus.models;

/** How the token vectors of a text become one vector (Reimers and Gurevych 2019, arXiv 1908.10084). */
public enum Pooling {
    /** The average over all tokens that are not padding. */
    MEAN,
    /** The vector of the first token, {@code [CLS]}. */
    CLS
}
