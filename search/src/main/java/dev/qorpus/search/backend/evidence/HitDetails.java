package dev.qorpus.search.backend.evidence;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.TermScore;

/**
 * What is shown of the best entries.
 *
 * @param located by probe, in the request's order, the entries with their ranks: how many score higher, plus 1
 * @param terms by entry, what each term adds to its score; empty if it was not asked for
 * @param entries the stored entries that were asked for
 */
public record HitDetails(List<Map<EntryId, Candidate>> located, Map<EntryId, List<TermScore>> terms,
        Map<EntryId, StoredEntry> entries) {}
