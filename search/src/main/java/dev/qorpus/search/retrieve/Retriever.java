package dev.qorpus.search.retrieve;

import dev.qorpus.search.backend.evidence.Probe;

/** One kind of evidence for ranking: its request to the index, and how to interpret the scores. */
public interface Retriever extends ScoreScale {

    /** Its request to the index. */
    Probe probe();
}
