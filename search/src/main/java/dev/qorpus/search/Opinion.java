package dev.qorpus.search;

import dev.qorpus.search.backend.Candidate;
import dev.qorpus.search.fuse.Evidence;
import dev.qorpus.search.fuse.Softmax;
import dev.qorpus.search.retrieve.Ranking;

/**
 * What one retriever has to say for one question.
 *
 * @param name of the retriever
 * @param ranking what it found
 * @param softmax its scores as shares
 */
record Opinion(String name, Ranking ranking, Softmax softmax) {

    /** @param entries how many entries pass the filter */
    static Opinion of(String name, Ranking ranking, int entries) {
        Softmax softmax = Softmax.of(ranking.top().stream().map(Candidate::score).toList(),
                ranking.bounds().minimum(), entries - ranking.top().size(), ranking.scale());
        return new Opinion(name, ranking, softmax);
    }

    Evidence evidence(Candidate candidate) {
        return new Evidence(name, candidate.rank(), candidate.score(),
                ranking.bounds().normalise(candidate.score()), share(candidate));
    }

    double share(Candidate candidate) {
        return softmax.share(candidate.score());
    }
}
