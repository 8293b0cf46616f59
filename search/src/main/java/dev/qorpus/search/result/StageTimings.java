package dev.qorpus.search.result;

/**
 * Where the time of a search went, in milliseconds. The question is embedded while its words are looked up: only what
 * had to be waited for beyond that counts as embedding.
 *
 * @param words looking up words
 * @param embedding waiting for the question's vector
 * @param vectors comparing it
 * @param reranking comparing the best candidates more closely
 * @param hits putting all together, and reading what is shown
 */
public record StageTimings(double words, double embedding, double vectors, double reranking, double hits) {}
