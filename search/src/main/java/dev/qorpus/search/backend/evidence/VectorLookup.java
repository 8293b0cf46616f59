package dev.qorpus.search.backend.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.NearestEntries;
import dev.qorpus.search.backend.lookup.NearestEntries.OtherScores;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;

/** The vector of a question on its way through an engine's lookup. */
final class VectorLookup implements ProbeLookup {

    private final DenseLookup lookup;
    private final VectorScore score;
    private final int depth;
    private RankedCandidates ranked = RankedCandidates.NONE;
    /** Scores of the entries behind the best. */
    private OtherScores others = OtherScores.NONE;
    private Map<EntryId, Candidate> candidates = Map.of();

    /** @param depth how many of the best are candidates */
    VectorLookup(DenseLookup lookup, VectorScore score, int depth) {
        this.lookup = lookup;
        this.score = score;
        this.depth = depth;
    }

    @Override
    public Collection<EntryId> propose() {
        Collection<EntryId> proposed = lookup.propose(depth, score);
        if (!proposed.isEmpty()) {
            // They are compared together with the candidates of the other probes.
            return proposed;
        }
        rank();
        return ranked.first(depth);
    }

    private void rank() {
        NearestEntries near = lookup.nearest(depth, score);
        ranked = RankedCandidates.of(near.best().stream().map(this::candidate).toList());
        others = near.others();
    }

    private Candidate candidate(VectorMatch match) {
        return new Candidate(match.id(), RankedCandidates.UNRANKED, score.of(match.question(), match.passage()),
                match.ordinal());
    }

    @Override
    public ProbeEvidence score(Collection<EntryId> ids, boolean rank) {
        if (ranked.best().isEmpty()) {
            lookup.matches(ids);
            rank();
        }
        List<EntryId> missing = new ArrayList<>();
        candidates = ranked.pick(ids, missing);
        if (!missing.isEmpty()) {
            lookup.matches(missing).values().forEach(match -> candidates.put(match.id(), candidate(match)));
        }
        return new ProbeEvidence(ranked.best(), rank ? locate(ids) : candidates, List.of());
    }

    @Override
    public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
        Map<EntryId, Candidate> located = RankedCandidates.known(ids, candidates);
        located.replaceAll((id, found) -> found.rank() == RankedCandidates.UNRANKED
                ? new Candidate(id, 1 + above(found.score()), found.score(), found.passage())
                : found);
        return located;
    }

    private int above(double score) {
        int above = (int) ranked.best().stream().filter(other -> other.score() > score).count();
        return above + others.above(score);
    }

    @Override
    public int total() {
        return lookup.total();
    }
}
