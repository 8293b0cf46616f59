package dev.qorpus.search.retrieve;

import java.util.Optional;
import java.util.function.Supplier;

import dev.qorpus.indexer.schema.RankingConstants;
import dev.qorpus.models.CosineDistribution;
import dev.qorpus.search.backend.evidence.Probe;
import dev.qorpus.search.backend.evidence.ProbeEvidence;

/**
 * Cosine similarity of sentence vectors. An entry's score is the mean of two cosines: that of its nearest vector, question
 * or passage, and that of its nearest passage. The first finds a rephrased question, the second keeps an entry down whose
 * answer is about something else.
 *
 * @param space the vector space
 * @param vector of the question, waited for when it is needed; nothing if the model cannot be run
 * @param distribution how the model's cosines are spread
 * @param proposes whether its best entries are candidates
 */
public record DenseRetriever(String space, Supplier<Optional<float[]>> vector, CosineDistribution distribution,
        boolean proposes) implements Retriever {

    @Override
    public RetrieverKind kind() {
        return RetrieverKind.DENSE;
    }

    @Override
    public Probe probe() {
        return new Probe.Vector(space, vector, DenseRetriever::score, proposes);
    }

    private static double score(double question, double passage) {
        return (Math.max(question, passage) + passage) / 2;
    }

    @Override
    public ScoreBounds bounds(ProbeEvidence evidence) {
        return ScoreBounds.COSINE;
    }

    @Override
    public double scale(ProbeEvidence evidence) {
        return distribution.scaled(RankingConstants.DENSE_SCALE);
    }

    @Override
    public double coverage(ProbeEvidence evidence) {
        return 1;
    }
}
