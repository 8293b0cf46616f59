package dev.qorpus.search.backend;

import dev.qorpus.indexer.corpus.EntryId;

/** A question that somebody may be typing, and the entry that has it. */
public record BegunQuestion(EntryId id, String question) {}
