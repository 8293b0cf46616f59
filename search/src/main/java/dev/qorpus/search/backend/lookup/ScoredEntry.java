package dev.qorpus.search.backend.lookup;

import java.util.Comparator;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** An entry and a score of it. */
public record ScoredEntry(EntryId id, double score) {

    /** Best first; equal scores by id, so that every run gives one order. */
    public static final Comparator<ScoredEntry> BEST_FIRST = Comparator.comparingDouble(ScoredEntry::score).reversed()
            .thenComparing(ScoredEntry::id);
}
