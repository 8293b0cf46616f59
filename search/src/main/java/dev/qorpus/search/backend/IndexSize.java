package dev.qorpus.search.backend;

/**
 * How large one published state of an index is.
 *
 * @param passages how many pieces its answers have
 * @param bytes what it takes on disk
 */
public record IndexSize(int passages, long bytes) {}
