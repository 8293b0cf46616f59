package dev.qorpus.search.retrieve;

/** One kind of evidence for ranking entries. */
public sealed interface Retriever permits LexicalRetriever, DenseRetriever {

    /**
     * Ranks entries.
     *
     * @param depth how many of the best to look at
     */
    Ranking retrieve(int depth);
}
