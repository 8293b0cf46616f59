package dev.qorpus.indexer.corpus.entry;

import java.util.Locale;

/** What an entry is. */
public enum EntryKind {
    /** A question with its answer. */
    QUESTION,
    /** A flashcard: its front as the question, its back as the answer. */
    CARD,
    /** A section of prose: its heading as the question, its text as the answer. */
    SECTION;

    /** The name in reports, filters and indexes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a name that {@link #id} gave. */
    public static EntryKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
