package dev.qorpus.search.backend.lookup;

import java.util.Comparator;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** An entry and a score of it. */
public record ScoredEntry(EntryId id, double score) {

    /** Best first; equal scores by id, so that every run gives one order. */
    // Written out for speed: each question sorts hundreds of entries.
    public static final Comparator<ScoredEntry> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore == 0 ? one.id().compareTo(other.id()) : byScore;
    };
}
