package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.search.backend.Candidate;

/** Puts candidates in order and numbers them. */
final class Ranks {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparing(Candidate::id);

    /** Of a candidate whose rank nobody has asked for. */
    static final int UNRANKED = 0;

    private Ranks() {}

    /** The same candidates, best first, ranked from 1. */
    static List<Candidate> of(List<Candidate> unranked) {
        List<Candidate> sorted = new ArrayList<>(unranked);
        sorted.sort(BEST_FIRST);
        for (int i = 0; i < sorted.size(); i++) {
            Candidate candidate = sorted.get(i);
            sorted.set(i, new Candidate(candidate.id(), i + 1, candidate.score(), candidate.passage()));
        }
        return List.copyOf(sorted);
    }

    /** Puts those of some ids that are among the candidates into a map. */
    static void pick(List<Candidate> candidates, Collection<EntryId> ids, Map<EntryId, Candidate> into) {
        Set<EntryId> wanted = new HashSet<>(ids);
        candidates.stream().filter(candidate -> wanted.contains(candidate.id()))
                .forEach(candidate -> into.put(candidate.id(), candidate));
    }
}
