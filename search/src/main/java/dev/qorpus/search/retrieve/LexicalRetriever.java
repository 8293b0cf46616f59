package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.LexicalLookup;
import dev.qorpus.search.backend.Scored;
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
        return new Ranked(lookup, Ranks.of(lookup.top(depth).stream()
                .map(scored -> new Candidate(scored.id(), 0, scored.score(), VectorMatch.NO_PASSAGE)).toList()));
    }

    private record Ranked(LexicalLookup lookup, List<Candidate> top) implements Ranking {

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
        public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
            Map<EntryId, Candidate> located = new HashMap<>();
            Ranks.pick(top, ids, located);
            List<EntryId> missing = ids.stream().filter(id -> !located.containsKey(id)).toList();
            int total = lookup.total();
            if (total <= top.size()) {
                // All that match are known: the others share the rank behind them.
                missing.forEach(id -> located.put(id, new Candidate(id, total + 1, 0, VectorMatch.NO_PASSAGE)));
                return located;
            }
            List<Scored> scores = new ArrayList<>();
            lookup.scores(missing).forEach((id, score) -> scores.add(new Scored(id, score)));
            List<Integer> above = lookup.countAbove(scores.stream().map(Scored::score).toList());
            for (int i = 0; i < scores.size(); i++) {
                Scored scored = scores.get(i);
                located.put(scored.id(), new Candidate(scored.id(), above.get(i) + 1, scored.score(),
                        VectorMatch.NO_PASSAGE));
            }
            return located;
        }
    }
}
