package dev.qorpus.search.backend;

import java.util.Comparator;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** An entry and a score of it. */
public record Scored(EntryId id, double score) {

    /** Best first; equal scores by id, so that every run gives one order. */
    public static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score).reversed()
            .thenComparing(Scored::id);
}
