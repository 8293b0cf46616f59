package dev.qorpus.indexer.corpus.entry;

/**
 * The id of an entry. In Markdown it is {@code FILE#ANCHOR}: the path below the corpus folder, and GitHub's anchor of the
 * heading. So it is also a link to the source. In JSONL it is the {@code _id} of the line.
 *
 * <p>Ids are ordered by their UTF-16 code units. Entries with equal scores are listed in this order.
 */
public record EntryId(String value) implements Comparable<EntryId> {

    /** @throws IllegalArgumentException if the id is blank */
    public EntryId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an entry id must not be blank");
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
