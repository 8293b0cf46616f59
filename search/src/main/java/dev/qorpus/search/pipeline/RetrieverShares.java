package dev.qorpus.search.pipeline;

import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.fuse.Evidence;
import dev.qorpus.search.fuse.Softmax;
import dev.qorpus.search.retrieve.Ranking;

/**
 * What one retriever has to say for one question.
 *
 * @param name of the retriever
 * @param ranking what it found
 * @param bounds of its scores, asked for once: for words they are looked up in the index
 * @param softmax its scores as shares
 */
record RetrieverShares(String name, Ranking ranking, Ranking.Bounds bounds, Softmax softmax) {

    /** @param entries how many entries pass the filter */
    static RetrieverShares of(String name, Ranking ranking, int entries) {
        Ranking.Bounds bounds = ranking.bounds();
        Softmax softmax = Softmax.of(ranking.top().stream().map(Candidate::score).toList(),
                bounds.minimum(), entries - ranking.top().size(), ranking.scale());
        return new RetrieverShares(name, ranking, bounds, softmax);
    }

    Evidence evidence(Candidate candidate) {
        return new Evidence(name, candidate.rank(), candidate.score(),
                bounds.normalise(candidate.score()), share(candidate), softmax.likelihood(candidate.score()));
    }

    double share(Candidate candidate) {
        return softmax.share(candidate.score());
    }
}
