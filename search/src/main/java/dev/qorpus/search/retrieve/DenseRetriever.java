package dev.qorpus.search.retrieve;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.models.Background;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.DenseLookup;
import dev.qorpus.search.backend.VectorMatch;

/**
 * Cosine similarity of sentence vectors. An entry's score is the mean of two cosines: that of its nearest
 * vector, whichever it is, and that of its nearest passage. The first finds a rephrased question, the second
 * keeps an entry down whose answer is about something else. Figures are in ARCHITECTURE.md.
 *
 * @param lookup where vectors are compared
 * @param background how the model's cosines are spread
 */
public record DenseRetriever(DenseLookup lookup, Background background) implements Retriever {

    /** For the default model. Measured on four collections; any from 0.07 to 0.12 is about as good. */
    private static final double SCALE = 0.09;

    @Override
    public Ranking retrieve(int depth) {
        return new Ranked(lookup, background,
                Ranks.of(lookup.near(depth).stream().map(DenseRetriever::candidate).toList()));
    }

    private static Candidate candidate(VectorMatch match) {
        double score = (Math.max(match.question(), match.passage()) + match.passage()) / 2;
        return new Candidate(match.id(), 0, score, match.ordinal());
    }

    private record Ranked(DenseLookup lookup, Background background, List<Candidate> top) implements Ranking {

        @Override
        public int total() {
            return lookup.total();
        }

        @Override
        public Bounds bounds() {
            return new Bounds(-1, 1);
        }

        @Override
        public double scale() {
            return SCALE * background.deviation() / Background.STANDARD.deviation();
        }

        @Override
        public double coverage() {
            return 1;
        }

        @Override
        public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
            Map<EntryId, Candidate> located = new HashMap<>();
            Ranks.pick(top, ids, located);
            List<EntryId> missing = ids.stream().filter(id -> !located.containsKey(id)).toList();
            if (!missing.isEmpty()) {
                lookup.matches(missing).values().forEach(match -> {
                    Candidate found = candidate(match);
                    int rank = 1 + (int) top.stream().filter(other -> other.score() > found.score()).count();
                    located.put(found.id(), new Candidate(found.id(), rank, found.score(), found.passage()));
                });
            }
            return located;
        }
    }
}
