package dev.qorpus.search.backend.lookup;

/**
 * What one term of a query adds to an entry's lexical score.
 *
 * @param term as the index has it, stemmed
 * @param idf inverse document frequency, times how often the query has the term: the most it could add
 * @param score what it adds here
 */
public record TermScore(String term, double idf, double score) {}
