package dev.qorpus.search.retrieve;

/**
 * A change to a question's wording.
 *
 * @param from as asked
 * @param to as the index has it
 */
public record Correction(String from, String to) {}
