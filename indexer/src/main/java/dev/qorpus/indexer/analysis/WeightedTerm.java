package dev.qorpus.indexer.analysis;

/**
 * A term of a question.
 *
 * @param term as an index has it
 * @param weight how much it counts: how often the question has it, less for a part of a compound
 * @param word the number of the word that it is a form of; forms of one word are alternatives
 */
public record WeightedTerm(String term, double weight, int word) {}
