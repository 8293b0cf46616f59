package dev.qorpus.indexer.corpus.entry;

/**
 * Names an entry. In Markdown it is {@code FILE#ANCHOR}: the path below the corpus folder with {@code /}
 * between names, and the heading's anchor as GitHub makes it, so that an id is also a link to the source. In
 * JSONL it is the line's {@code _id}.
 *
 * <p>Ids are ordered by their UTF-16 code units; equal scores are put in this order.
 */
public record EntryId(String value) implements Comparable<EntryId> {

    /** @throws IllegalArgumentException if the id is blank */
    public EntryId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an entry id is not blank");
        }
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
