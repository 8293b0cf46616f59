package dev.qorpus.search.share;

import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.fuse.RetrieverScore;
import dev.qorpus.search.retrieve.RetrieverKind;

/**
 * The shares of a cross-encoder. It distributes what the others give to the entries that it has read; an entry that it
 * has not read keeps the share that the others give it. So a time limit that ends the reading early moves nothing that
 * was not read.
 *
 * <p>Its scores are log-odds that a passage answers. Among those that were read, the share of an entry is its odds divided
 * by the sum of all odds and of 1, the odds of the case that none of them answers.
 *
 * @param evidence what was read, with its scores
 * @param priors of the entries
 * @param others the share that the other retrievers together give each candidate
 * @param mass the sum of these shares over what was read
 * @param top the largest log-odds, or 0 if all are negative
 * @param sum of the odds and of 1, each divided by those of {@code top}
 */
public record PairShares(ProbeEvidence evidence, EntryPriors priors, Map<EntryId, Double> others, double mass,
        double top,
        double sum) implements RetrieverShares {

    /**
     * The shares of one question.
     *
     * @param evidence what was read, with its scores
     * @param others the share that the other retrievers together give each candidate
     */
    public static PairShares of(ProbeEvidence evidence, EntryPriors priors, Map<EntryId, Double> others) {
        double mass = 0;
        double top = 0;
        for (Candidate read : evidence.best()) {
            mass += others.getOrDefault(read.id(), 0.0);
            top = Math.max(top, read.score());
        }
        double sum = Math.exp(-top);
        for (Candidate read : evidence.best()) {
            sum += priors.of(read.id()) * Math.exp(read.score() - top);
        }
        return new PairShares(evidence, priors, others, mass, top, sum);
    }

    @Override
    public RetrieverKind kind() {
        return RetrieverKind.RERANK;
    }

    @Override
    public RetrieverScore score(Candidate candidate) {
        double probability = isRead(candidate) ? 1 / (1 + Math.exp(-candidate.score())) : 0;
        return new RetrieverScore(RetrieverKind.RERANK, candidate.rank(), candidate.score(), probability,
                share(candidate), probability, priors.of(candidate.id()), 1);
    }

    @Override
    public double share(Candidate candidate) {
        return isRead(candidate)
                ? mass * priors.of(candidate.id()) * Math.exp(candidate.score() - top) / sum
                : others.getOrDefault(candidate.id(), 0.0);
    }

    private static boolean isRead(Candidate candidate) {
        return candidate.rank() > 0;
    }
}
