package dev.qorpus.search.share;

import java.util.List;

import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.fuse.RetrieverScore;
import dev.qorpus.search.fuse.Softmax;
import dev.qorpus.search.retrieve.RetrieverKind;
import dev.qorpus.search.retrieve.ScoreBounds;
import dev.qorpus.search.retrieve.ScoreScale;

/**
 * The shares of a retriever whose scores have a scale of their own, as BM25 and cosines.
 *
 * @param kind of the retriever
 * @param evidence what it found
 * @param bounds of its scores
 * @param softmax its scores as shares
 * @param priors of the entries
 * @param coverage which share of the question it can compare, from 0 to 1
 */
public record ScaledShares(RetrieverKind kind, ProbeEvidence evidence, ScoreBounds bounds, Softmax softmax,
        EntryPriors priors, double coverage) implements RetrieverShares {

    /**
     * The shares of one question.
     *
     * @param entries how many entries pass the filter
     */
    public static ScaledShares of(ScoreScale retriever, ProbeEvidence evidence, EntryPriors priors, int entries) {
        ScoreBounds bounds = retriever.bounds(evidence);
        List<Candidate> best = evidence.best();
        Softmax softmax = Softmax.of(best.stream().map(Candidate::score).toList(),
                best.stream().map(candidate -> priors.of(candidate.id())).toList(), bounds.minimum(),
                entries - best.size(), retriever.scale(evidence));
        return new ScaledShares(retriever.kind(), evidence, bounds, softmax, priors, retriever.coverage(evidence));
    }

    @Override
    public RetrieverScore score(Candidate candidate) {
        return new RetrieverScore(kind, candidate.rank(), candidate.score(), bounds.normalise(candidate.score()),
                share(candidate), softmax.likelihood(candidate.score()),
                priors.of(candidate.id()), coverage);
    }

    @Override
    public double share(Candidate candidate) {
        return softmax.share(candidate.score(), priors.of(candidate.id()));
    }
}
