package dev.qorpus.search.retrieve;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.search.backend.evidence.ProbeEvidence;

/**
 * The weighted mean of token cosines. It compares what other retrievers found, so it asks nothing of the index.
 *
 * @param distribution how the model's cosines are spread
 */
public record LateRetriever(CosineDistribution distribution) implements ScoreScale {

    @Override
    public RetrieverKind kind() {
        return RetrieverKind.LATE;
    }

    @Override
    public ScoreBounds bounds(ProbeEvidence evidence) {
        return ScoreBounds.COSINE;
    }

    @Override
    public double scale(ProbeEvidence evidence) {
        return distribution.scaled(RankingConstants.LATE_SCALE);
    }

    @Override
    public double coverage(ProbeEvidence evidence) {
        return 1;
    }
}
