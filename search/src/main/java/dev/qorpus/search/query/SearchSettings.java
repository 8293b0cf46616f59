package dev.qorpus.search.query;

/**
 * What can be set about ranking.
 *
 * @param lexicalWeight share of words in hybrid mode, from 0 to 1
 * @param depth how many of each retriever's best entries are fused at most
 */
public record SearchSettings(double lexicalWeight, int depth) {

    /** Chosen by measuring; figures in ARCHITECTURE.md. */
    public static final SearchSettings DEFAULT = new SearchSettings(0.5, 300);
}
