package dev.qorpus.search.result;

import dev.qorpus.indexer.corpus.entry.EntryId;

/**
 * An entry with the same answer as a hit.
 *
 * @param id the entry
 * @param question its question, which may be another one
 * @param file where it is
 * @param line the line at which it begins, from 1
 */
public record Duplicate(EntryId id, String question, String file, int line) {}
