package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The new entries of a scan, if they fit into memory. Then no second scan is needed to embed them. */
final class PendingEntries {

    /** The limit in characters: a few megabytes. */
    static final long LIMIT = 2_000_000;

    private final long limit;
    private final List<Entry> entries = new ArrayList<>();
    private long characters;

    /** @param limit the highest number of characters */
    PendingEntries(long limit) {
        this.limit = limit;
    }

    void add(Entry entry) {
        characters += entry.question().length() + 2L * entry.answer().markdown().length();
        if (characters <= limit) {
            entries.add(entry);
        } else {
            entries.clear();
        }
    }

    /** All entries; empty if they exceed the limit. */
    Optional<List<Entry>> all() {
        return characters <= limit ? Optional.of(entries) : Optional.empty();
    }
}
