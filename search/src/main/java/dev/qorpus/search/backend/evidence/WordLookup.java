package dev.qorpus.search.backend.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.backend.lookup.VectorMatch;

/** The words of a question on their way through an engine's lookup. */
final class WordLookup implements ProbeLookup {

    private final LexicalLookup lookup;
    private final int depth;
    private RankedCandidates ranked = RankedCandidates.NONE;
    private Map<EntryId, Candidate> candidates = Map.of();

    /** @param depth how many of the best are candidates */
    WordLookup(LexicalLookup lookup, int depth) {
        this.lookup = lookup;
        this.depth = depth;
    }

    @Override
    public void prepare() {
        lookup.terms();
    }

    @Override
    public Collection<EntryId> propose() {
        ranked = RankedCandidates.of(lookup.top(depth).stream()
                .map(scored -> candidate(scored.id(), RankedCandidates.UNRANKED, scored.score())).toList());
        return ranked.first(depth);
    }

    private static Candidate candidate(EntryId id, int rank, double score) {
        return new Candidate(id, rank, score, VectorMatch.NO_PASSAGE);
    }

    @Override
    public ProbeEvidence score(Collection<EntryId> ids, boolean rank) {
        List<EntryId> missing = new ArrayList<>();
        candidates = ranked.pick(ids, missing);
        if (areAll()) {
            missing.forEach(id -> candidates.put(id, candidate(id, RankedCandidates.UNRANKED, 0)));
        } else if (!missing.isEmpty()) {
            lookup.scores(missing)
                    .forEach((id, score) -> candidates.put(id, candidate(id, RankedCandidates.UNRANKED, score)));
        }
        return new ProbeEvidence(ranked.best(), rank ? locate(ids) : candidates, lookup.terms());
    }

    @Override
    public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
        Map<EntryId, Candidate> located = RankedCandidates.known(ids, candidates);
        List<Candidate> unranked = located.values().stream()
                .filter(candidate -> candidate.rank() == RankedCandidates.UNRANKED).toList();
        if (unranked.isEmpty()) {
            return located;
        }
        // Where all that match are known, the others share the rank behind them.
        List<Integer> above = areAll()
                ? Collections.nCopies(unranked.size(), ranked.best().size())
                : lookup.countAbove(unranked.stream().map(Candidate::score).toList());
        for (int i = 0; i < unranked.size(); i++) {
            Candidate found = unranked.get(i);
            located.put(found.id(), candidate(found.id(), above.get(i) + 1, found.score()));
        }
        return located;
    }

    @Override
    public int total() {
        return lookup.total();
    }

    @Override
    public Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids) {
        return lookup.explain(ids);
    }

    /** Whether the best are all that share a word with the question. */
    private boolean areAll() {
        return ranked.best().size() < depth;
    }
}
