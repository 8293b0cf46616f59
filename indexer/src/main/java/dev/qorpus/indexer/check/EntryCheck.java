package dev.qorpus.indexer.check;

import java.util.List;
import java.util.Optional;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;

/** Looks for one kind of problem in all entries of a corpus. One object serves one run. */
interface EntryCheck {

    /** Reads the next entry. It should keep little of it, because a corpus may be larger than memory. */
    void entry(Entry entry);

    /** The findings, after the last entry. */
    List<Finding> findings();

    /** A further remark, after {@link #findings()}. */
    default Optional<String> note() {
        return Optional.empty();
    }
}
