package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.backend.DenseLookup;
import dev.qorpus.search.backend.Nearest;
import dev.qorpus.search.backend.VectorMatch;

/**
 * Cosine similarity of sentence vectors. An entry's score is the mean of two cosines: that of its nearest
 * vector, whichever it is, and that of its nearest passage. The first finds a rephrased question, the second
 * keeps an entry down whose answer is about something else. Figures are in ARCHITECTURE.md.
 *
 * @param lookup where vectors are compared
 * @param background how the model's cosines are spread
 */
public record DenseRetriever(DenseLookup lookup, CosineDistribution background) implements Retriever {

    /** For the default model. Measured on four collections; any from 0.07 to 0.12 is about as good. */
    private static final double SCALE = 0.09;

    @Override
    public Ranking retrieve(int depth) {
        Nearest near = lookup.near(depth, DenseRetriever::score);
        return new Ranked(lookup, background,
                Ranks.of(near.best().stream().map(DenseRetriever::candidate).toList()), near.others());
    }

    /** Entries that may be among the best; see {@link DenseLookup#propose}. */
    public Collection<EntryId> propose(int depth) {
        return lookup.propose(depth, DenseRetriever::score);
    }

    private static double score(double question, double passage) {
        return (Math.max(question, passage) + passage) / 2;
    }

    private static Candidate candidate(VectorMatch match) {
        return new Candidate(match.id(), Ranks.UNRANKED, score(match.question(), match.passage()), match.ordinal());
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Ranked(DenseLookup lookup, CosineDistribution background, Ranks ranks, float[] others)
            implements
                Ranking {

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
            return new Bounds(-1, 1);
        }

        @Override
        public double scale() {
            return SCALE * background.deviation() / CosineDistribution.STANDARD.deviation();
        }

        @Override
        public double coverage() {
            return 1;
        }

        @Override
        public Map<EntryId, Candidate> score(Collection<EntryId> ids) {
            List<EntryId> missing = new ArrayList<>();
            Map<EntryId, Candidate> scored = ranks.pick(ids, missing);
            if (!missing.isEmpty()) {
                lookup.matches(missing).values().forEach(match -> scored.put(match.id(), candidate(match)));
            }
            return scored;
        }

        @Override
        public Map<EntryId, Candidate> locate(Collection<EntryId> ids) {
            Map<EntryId, Candidate> located = score(ids);
            located.replaceAll((id, found) -> found.rank() == Ranks.UNRANKED
                    ? new Candidate(id, 1 + above(found.score()), found.score(), found.passage())
                    : found);
            return located;
        }

        private int above(double score) {
            int above = (int) ranks.best().stream().filter(other -> other.score() > score).count();
            for (float other : others) {
                above += other > score ? 1 : 0;
            }
            return above;
        }
    }
}
