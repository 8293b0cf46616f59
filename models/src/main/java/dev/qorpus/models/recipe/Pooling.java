package dev.qorpus.models.recipe;

/**
 * How the token vectors of a text are combined into one vector (Reimers and Gurevych 2019, arXiv 1908.10084). The order
 * is that in which sentence-transformers joins the results of several poolings.
 */
public enum Pooling {
    /** The vector of the first token, {@code [CLS]}. */
    CLS,
    /** The largest value of each component. */
    MAX,
    /** The mean of the vectors of all tokens. */
    MEAN,
    /** The sum of the vectors divided by the square root of their number. */
    MEAN_SQRT_LEN,
    /** The mean weighted by position: the first token counts once, the second twice (Muennighoff 2022, arXiv 2202.08904). */
    WEIGHTED_MEAN,
    /** The vector of the last token. */
    LAST
}
