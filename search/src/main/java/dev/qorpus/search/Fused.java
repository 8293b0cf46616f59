package dev.qorpus.search;

import java.util.Comparator;
import java.util.List;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.fuse.Part;

/**
 * An entry after fusion.
 *
 * @param id the entry
 * @param lexical its place by words
 * @param dense its place by vectors
 * @param parts of the score
 * @param score their sum
 */
record Fused(EntryId id, Candidate lexical, Candidate dense, List<Part> parts, double score) {

    static final Comparator<Fused> BEST_FIRST = Comparator.comparingDouble(Fused::score).reversed()
            .thenComparing(Fused::id);
}
