package dev.qorpus.search.result;

/**
 * The passage that speaks for a hit.
 *
 * @param text its words
 * @param start offset of its first character in the answer's plain text, in UTF-16 code units
 * @param end offset behind its last character
 */
public record PassageHit(String text, int start, int end) {}
