package dev.qorpus.search.backend;

import java.util.Map;

/**
 * How large an index is, in bytes on disk.
 *
 * @param words what finds entries by words: terms, where they occur, lengths
 * @param spaces vectors as they are compared, by vector space
 * @param total all there is, the entries themselves included
 */
public record IndexSize(long words, Map<String, Vectors> spaces, long total) {

    /** How many vectors there are, and how large they are together. */
    public record Vectors(long count, long bytes) {}
}
