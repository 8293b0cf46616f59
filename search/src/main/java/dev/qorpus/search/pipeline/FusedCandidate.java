package dev.qorpus.search.pipeline;

import java.util.Comparator;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.EntryId;
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
record FusedCandidate(EntryId id, Candidate lexical, Candidate dense, List<Part> parts, double score) {

    // Not put together from comparators: hundreds of entries are put in order at each question.
    static final Comparator<FusedCandidate> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore == 0 ? one.id().compareTo(other.id()) : byScore;
    };
}
