package dev.qorpus.search.retrieve;

import dev.qorpus.search.backend.evidence.ProbeEvidence;

/** How to interpret one kind of scores. */
public interface ScoreScale {

    /** What is compared. */
    RetrieverKind kind();

    /** The bounds of its scores for this question. */
    ScoreBounds bounds(ProbeEvidence evidence);

    /**
     * How far two scores have to be apart for one entry to be e times as likely as the other to be the one that
     * answers; greater than 0 unless no entry can be told from another.
     */
    double scale(ProbeEvidence evidence);

    /** Which share of the question it can compare at all, from 0 to 1. */
    double coverage(ProbeEvidence evidence);
}
