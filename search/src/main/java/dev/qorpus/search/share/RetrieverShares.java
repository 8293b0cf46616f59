package dev.qorpus.search.share;

import dev.qorpus.search.backend.evidence.Candidate;
import dev.qorpus.search.backend.evidence.ProbeEvidence;
import dev.qorpus.search.fuse.RetrieverScore;
import dev.qorpus.search.retrieve.RetrieverKind;

/** What one retriever says of one question: its evidence, and its scores as shares. */
public sealed interface RetrieverShares permits ScaledShares, PairShares {

    /** Which retriever. */
    RetrieverKind kind();

    /** What it found. */
    ProbeEvidence evidence();

    /** What it says of an entry. */
    RetrieverScore score(Candidate candidate);

    /** The share of an entry, from 0 to 1. */
    double share(Candidate candidate);
}
