package dev.qorpus.indexer.analysis;

/**
 * A word of a text.
 *
 * @param term the word as the index compares it, for example stemmed
 * @param span its place in the text
 */
public record Word(String term, Span span) {}
