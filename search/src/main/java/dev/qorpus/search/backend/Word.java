package dev.qorpus.search.backend;

/**
 * A word of a text.
 *
 * @param term as the index compares it, stemmed
 * @param span where it stands in the text
 */
public record Word(String term, Span span) {}
