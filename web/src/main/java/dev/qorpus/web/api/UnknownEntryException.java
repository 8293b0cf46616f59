package dev.qorpus.web.api;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** A request for an entry that the index does not have: 404. */
final class UnknownEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEntryException(EntryId id) {
        super("there is no entry '" + id + "'; ids are those of /api/search");
    }
}
