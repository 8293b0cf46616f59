package dev.qorpus.search.backend;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** A suggested question and its entry. */
public record QuestionCompletion(EntryId id, String question) {}
