package dev.qorpus.search.result;

/**
 * One retriever's view of a hit.
 *
 * @param rank how many entries it puts before this one, plus 1, of those that it looked at: of all, but for graphs of
 *        vectors and for the words of large indexes on clusters; 0 if it did not compare them
 * @param score in its own units: BM25, or cosine
 */
public record RankedScore(int rank, double score) {

    /** Of an entry that a retriever did not compare. */
    static final RankedScore NOT_COMPARED = new RankedScore(0, 0);
}
