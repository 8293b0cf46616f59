package dev.qorpus.search.retrieve;

/**
 * A word of a question that the index lacks, and what it has instead.
 *
 * @param from as asked
 * @param to as the index has it
 * @param replaced whether only {@code to} is searched, because {@code from} is mistyped; otherwise {@code from} may be right,
 *        and {@code to} is searched beside it
 */
public record Correction(String from, String to, boolean replaced) {}
