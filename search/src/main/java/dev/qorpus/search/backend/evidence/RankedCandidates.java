package dev.qorpus.search.backend.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.VectorMatch;

/**
 * Candidates in order, numbered from 1.
 *
 * @param best first
 * @param byId the same
 */
public record RankedCandidates(List<Candidate> best, Map<EntryId, Candidate> byId) {

    // Written out for speed: each question sorts hundreds of candidates.
    private static final Comparator<Candidate> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore == 0 ? one.id().compareTo(other.id()) : byScore;
    };

    /** The rank of a candidate whose rank was not looked up. */
    public static final int UNRANKED = 0;

    /** No candidates. */
    static final RankedCandidates NONE = new RankedCandidates(List.of(), Map.of());

    /** Puts candidates in order. */
    public static RankedCandidates of(List<Candidate> unranked) {
        List<Candidate> sorted = new ArrayList<>(unranked);
        sorted.sort(BEST_FIRST);
        Map<EntryId, Candidate> byId = HashMap.newHashMap(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            Candidate candidate = sorted.get(i);
            Candidate ranked = new Candidate(candidate.id(), i + 1, candidate.score(), candidate.passage());
            sorted.set(i, ranked);
            byId.put(ranked.id(), ranked);
        }
        return new RankedCandidates(List.copyOf(sorted), byId);
    }

    /**
     * These candidates as evidence about all of a request: the others have no rank.
     *
     * @param all the ids of the request
     * @param least the score of the others
     */
    public ProbeEvidence among(Collection<EntryId> all, double least) {
        Map<EntryId, Candidate> candidates = HashMap.newHashMap(all.size());
        all.forEach(id -> candidates.put(id, new Candidate(id, UNRANKED, least, VectorMatch.NO_PASSAGE)));
        candidates.putAll(byId);
        return new ProbeEvidence(best, candidates, List.of());
    }

    /**
     * Those of some ids that are among the candidates.
     *
     * @param missing takes the ids of the others
     */
    Map<EntryId, Candidate> pick(Collection<EntryId> ids, Collection<EntryId> missing) {
        Map<EntryId, Candidate> picked = HashMap.newHashMap(ids.size());
        for (EntryId id : ids) {
            Candidate known = byId.get(id);
            if (known == null) {
                missing.add(id);
            } else {
                picked.put(id, known);
            }
        }
        return picked;
    }

    /** Those of some ids that are known. */
    static Map<EntryId, Candidate> known(Collection<EntryId> ids, Map<EntryId, Candidate> candidates) {
        Map<EntryId, Candidate> known = HashMap.newHashMap(ids.size());
        for (EntryId id : ids) {
            Candidate candidate = candidates.get(id);
            if (candidate != null) {
                known.put(id, candidate);
            }
        }
        return known;
    }

    /** The ids of the first ones. */
    List<EntryId> first(int most) {
        return best.stream().limit(most).map(Candidate::id).toList();
    }
}
