package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.fuse.Fusion;
import dev.qorpus.search.fuse.ScorePart;
import dev.qorpus.search.share.RetrieverShares;

/** The stage that puts together what the retrievers say of the best entries of one question. */
record CandidateFusion(RetrievalResult retrieved) {

    /**
     * The ids of all candidates, best first.
     *
     * @param depth how many of each retriever's best
     */
    List<EntryId> order(int depth) {
        // With one retriever its order is final.
        return retrieved.shares().size() == 1
                ? retrieved.shares().getFirst().evidence().best().stream().limit(depth).map(Candidate::id).toList()
                : all(depth).stream().map(FusedCandidate::id).toList();
    }

    /** Some candidates, in the order given, without their ranks. */
    List<FusedCandidate> of(Collection<EntryId> ids) {
        return fuse(ids, retrieved.shares().stream().map(shares -> shares.evidence().candidates()).toList());
    }

    /**
     * All candidates, best first.
     *
     * @param depth how many of each retriever's best
     */
    private List<FusedCandidate> all(int depth) {
        Set<EntryId> ids = new LinkedHashSet<>();
        for (RetrieverShares shares : retrieved.shares()) {
            if (retrieved.mode().uses(shares.kind())) {
                shares.evidence().best().stream().limit(depth).forEach(candidate -> ids.add(candidate.id()));
            }
        }
        List<FusedCandidate> fused = of(ids);
        fused.sort(FusedCandidate.BEST_FIRST);
        return fused;
    }

    /**
     * Some candidates, in the order given.
     *
     * @param located their places by each retriever
     */
    List<FusedCandidate> fuse(Collection<EntryId> ids, List<Map<EntryId, Candidate>> located) {
        List<FusedCandidate> fused = new ArrayList<>();
        for (EntryId id : ids) {
            List<Candidate> places = places(id, located);
            // An entry that one retriever does not know does not pass the filter.
            if (places.size() == located.size()) {
                fused.add(fuse(id, places));
            }
        }
        return fused;
    }

    private static List<Candidate> places(EntryId id, List<Map<EntryId, Candidate>> located) {
        List<Candidate> places = new ArrayList<>(located.size());
        for (Map<EntryId, Candidate> byOne : located) {
            Candidate place = byOne.get(id);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private FusedCandidate fuse(EntryId id, List<Candidate> places) {
        List<ScorePart> parts = retrieved.mode().fusion().parts(retrieved.scores(places));
        return new FusedCandidate(id, places, parts, Fusion.score(parts));
    }
}
