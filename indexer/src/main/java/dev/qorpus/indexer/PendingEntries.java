package dev.qorpus.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The new entries of a reading, as long as they are few: then no second reading is needed to embed them. */
final class PendingEntries {

    /** Characters, a few megabytes of them: many changes are read once more instead. */
    static final long FEW = 2_000_000;

    private final long most;
    private final List<Entry> entries = new ArrayList<>();
    private long characters;

    /** @param most characters held at most */
    PendingEntries(long most) {
        this.most = most;
    }

    void add(Entry entry) {
        characters += entry.question().length() + 2L * entry.answer().markdown().length();
        if (characters <= most) {
            entries.add(entry);
        } else {
            entries.clear();
        }
    }

    /** All that were added, or nothing if they were too many to hold. */
    Optional<List<Entry>> all() {
        return characters <= most ? Optional.of(entries) : Optional.empty();
    }
}
