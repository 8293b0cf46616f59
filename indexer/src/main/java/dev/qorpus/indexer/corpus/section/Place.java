package dev.qorpus.indexer.corpus.section;

/**
 * A place in a file, in UTF-16 code units.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
public record Place(int start, int end) {

    boolean contains(int offset) {
        return offset >= start && offset < end;
    }

    boolean overlaps(Place other) {
        return start < other.end && other.start < end;
    }
}
