package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.backend.VectorMatch;

/**
 * BM25 (Robertson and Zaragoza 2009). Its scores lie between 0 and the sum of all terms' inverse document
 * frequencies, so that a question made of words the corpus lacks cannot come near the maximum.
 */
public record LexicalRetriever(LexicalLookup lookup) implements Retriever {

    /** Measured on four collections; any from 0.25 to 0.35 is about as good. */
    private static final double SCALE = 0.3;

    @Override
    public Ranking retrieve(int depth) {
        return new Ranked(lookup, depth, Ranks.of(lookup.top(depth).stream()
                .map(scored -> candidate(scored.id(), Ranks.UNRANKED, scored.score())).toList()));
    }

    private static Candidate candidate(EntryId id, int rank, double score) {
        return new Candidate(id, rank, score, VectorMatch.NO_PASSAGE);
    }

    private record Ranked(LexicalLookup lookup, int depth, Ranks ranks) implements Ranking {

        @Override
        public List<Candidate> top() {
            return ranks.best();
        }

        @Override
        public int total() {
            return lookup.total();
        }

        @Override
        public Bounds bounds() {
            return new Bounds(0, lookup.ceiling());
        }

        /** A score is a sum over terms that are there by chance or not: its spread grows with the sum's root. */
        @Override
        public double scale() {
            return SCALE * Math.sqrt(lookup.ceiling());
        }

        @Override
        public double coverage() {
            return lookup.coverage();
        }

        @Override
        public Map<EntryId, Candidate> score(Collection<EntryId> ids) {
            List<EntryId> missing = new ArrayList<>();
            Map<EntryId, Candidate> scored = ranks.pick(ids, missing);
            if (missing.isEmpty()) {
                return scored;
            }
            if (all()) {
                missing.forEach(id -> scored.put(id, candidate(id, Ranks.UNRANKED, 0)));
            } else {
                lookup.scores(missing)
                        .forEach((id, score) -> scored.put(id, candidate(id, Ranks.UNRANKED, score)));
            }
            return scored;
        }

        @Override
        public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
            Map<EntryId, Candidate> located = score(ids);
            List<Candidate> unranked = located.values().stream()
                    .filter(candidate -> candidate.rank() == Ranks.UNRANKED).toList();
            if (unranked.isEmpty()) {
                return located;
            }
            // Where all that match are known, the others share the rank behind them.
            List<Integer> above = all()
                    ? Collections.nCopies(unranked.size(), top().size())
                    : lookup.countAbove(unranked.stream().map(Candidate::score).toList());
            for (int i = 0; i < unranked.size(); i++) {
                Candidate found = unranked.get(i);
                located.put(found.id(), candidate(found.id(), above.get(i) + 1, found.score()));
            }
            return located;
        }

        /** Whether the best are all that share a word with the question. */
        private boolean all() {
            return top().size() < depth;
        }
    }
}
