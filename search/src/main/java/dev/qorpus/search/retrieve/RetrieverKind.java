package dev.qorpus.search.retrieve;

import java.util.Locale;

/** What a retriever compares. Its label is the name of its mode, and of its part in explanations. */
public enum RetrieverKind {
    /** Words, by BM25 or a plainer model. */
    LEXICAL,
    /** Sentence vectors, by cosine. */
    DENSE,
    /** The vectors of single tokens in context, by the mean of each question token's largest cosine. */
    LATE,
    /** Question and entry read together, by a cross-encoder. */
    RERANK;

    /** The name in results and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label, which is also what JSON shows. */
    @Override
    public String toString() {
        return label();
    }
}
