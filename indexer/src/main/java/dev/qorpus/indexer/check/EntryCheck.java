package dev.qorpus.indexer.check;

import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;

/** Looks for one kind of thing in all entries of a corpus. One object for one run. */
interface EntryCheck {

    /** The next entry; to be kept in a few words, since a corpus may be larger than memory. */
    void entry(Entry entry);

    /** What was found, after the last entry. */
    List<Finding> findings();

    /** What else to know of it, after {@link #findings()}. */
    default Optional<String> note() {
        return Optional.empty();
    }
}
