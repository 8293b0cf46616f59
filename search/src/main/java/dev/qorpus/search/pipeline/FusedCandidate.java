package dev.qorpus.search.pipeline;

import java.util.Comparator;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.fuse.ScorePart;

/**
 * An entry after fusion.
 *
 * @param id the entry
 * @param candidates its place by each retriever, in their order
 * @param parts of the score
 * @param score their sum
 */
record FusedCandidate(EntryId id, List<Candidate> candidates, List<ScorePart> parts, double score) {

    // Written out for speed: each question sorts hundreds of entries.
    static final Comparator<FusedCandidate> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore == 0 ? one.id().compareTo(other.id()) : byScore;
    };
}
