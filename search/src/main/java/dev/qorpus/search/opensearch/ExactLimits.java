package dev.qorpus.search.opensearch;

/**
 * The index sizes up to which every entry is compared.
 *
 * @param vectors to compare all of so many is about as fast as a graph, and misses nothing
 * @param words of so many, all that score higher than an entry are counted, for its rank; of more, those that were
 *  found, as it is with graphs: to count all, every entry that shares a word would have to be scored
 */
record ExactLimits(int vectors, int words) {

    static final ExactLimits DEFAULT = new ExactLimits(1_000, 10_000);
    /** As in a large index. */
    static final ExactLimits NONE = new ExactLimits(0, 0);
}
