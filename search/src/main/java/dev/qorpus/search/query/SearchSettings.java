package dev.qorpus.search.query;

import dev.qorpus.indexer.schema.RankingConstants;

/**
 * What can be set about ranking.
 *
 * @param lexicalWeight share of words in hybrid mode, from 0 to 1
 * @param depth how many of each retriever's best entries are fused at most
 */
public record SearchSettings(double lexicalWeight, int depth) {

    /** What measuring chose. */
    public static final SearchSettings DEFAULT = new SearchSettings(RankingConstants.LEXICAL_WEIGHT,
            RankingConstants.DEPTH);
}
