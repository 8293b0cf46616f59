package dev.qorpus.search.backend;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** A question that somebody may be typing, and the entry that has it. */
public record QuestionCompletion(EntryId id, String question) {}
