package dev.qorpus.search.pipeline;

/** A stage of the pipeline whose time is measured. */
enum Stage {
    /** Checking the query, and correcting its words. */
    CORRECT,
    /** Looking up words, while the question is being embedded. */
    WORDS,
    /** Waiting for the question's vector. */
    EMBEDDING,
    /** Comparing the vector, and completing the evidence. */
    VECTORS,
    /** Comparing the best candidates more closely: token by token, or with a cross-encoder. */
    RERANKING,
    /** Fusing, calibrating, and assembling the hits. */
    HITS
}
