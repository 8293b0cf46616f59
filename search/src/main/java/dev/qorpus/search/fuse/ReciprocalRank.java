package dev.qorpus.search.fuse;

import java.util.List;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of 1 / (k + rank). Scores are ignored;
 * an entry for which a retriever has no evidence at all gets nothing from it.
 *
 * @param k damps the weight of the first ranks, usually 60
 */
public record ReciprocalRank(int k) implements Fusion {

    @Override
    public String name() {
        return "reciprocal rank, k = " + k;
    }

    @Override
    public boolean countsRanks() {
        return true;
    }

    @Override
    public ScorePart part(RetrieverScore evidence, List<RetrieverScore> all) {
        double reciprocal = evidence.normalised() > 0 ? 1.0 / (k + evidence.rank()) : 0;
        return new ScorePart(evidence.retriever(), evidence.rank(), evidence.raw(), reciprocal, 1, reciprocal);
    }
}
