package dev.qorpus.search.fuse;

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
public record Part(String name, int rank, double raw, double normalised, double weight, double contribution) {}
