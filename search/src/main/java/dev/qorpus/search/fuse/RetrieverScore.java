package dev.qorpus.search.fuse;

import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * What one retriever says of one entry.
 *
 * @param retriever which one
 * @param rank from 1
 * @param raw the retriever's own score
 * @param normalised the same between 0 and 1, by the retriever's theoretical bounds
 * @param share of the retriever's probability mass, by {@link Softmax}, from 0 to 1
 * @param likelihood of the entry beside the retriever's best one, from 0 to 1
 * @param prior how much the entry counts beside a question that is as near, from 0 to 1; part of the share
 * @param coverage which share of the question the retriever can compare at all, from 0 to 1
 */
public record RetrieverScore(RetrieverKind retriever, int rank, double raw, double normalised, double share,
        double likelihood, double prior, double coverage) {}
