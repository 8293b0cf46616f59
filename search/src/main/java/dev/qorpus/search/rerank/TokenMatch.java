package dev.qorpus.search.rerank;

/**
 * How near an entry is to a question token by token.
 *
 * @param score of its nearest passage, from −1 to 1
 * @param passage which one is nearest, from 0
 */
public record TokenMatch(double score, int passage) {}
