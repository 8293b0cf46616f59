package dev.qorpus.search.fuse;

import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * One summand of a fused score.
 *
 * @param name of the retriever
 * @param rank from 1
 * @param raw the retriever's own score
 * @param normalised what was weighted
 * @param weight what it was multiplied with
 * @param contribution the product
 */
public record ScorePart(RetrieverKind name, int rank, double raw, double normalised, double weight,
        double contribution) {}
