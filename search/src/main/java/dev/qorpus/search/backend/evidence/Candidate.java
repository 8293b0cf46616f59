package dev.qorpus.search.backend.evidence;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.VectorMatch;

/**
 * An entry with one retriever's rank and raw score.
 *
 * @param id the entry
 * @param rank how many entries the retriever puts before it, plus 1
 * @param score in the retriever's own units: BM25, or cosine
 * @param passage which passage speaks for it, {@link VectorMatch#NO_PASSAGE} if the retriever knows none
 */
public record Candidate(EntryId id, int rank, double score, int passage) {}
