package dev.qorpus.search.backend.evidence;

/** Which lookups of one question an engine runs at once. */
public enum Overlap {
    /** One after the other: each is faster than the start of a thread. */
    NONE,
    /** Probes propose at once, each on a thread of its own; the rest is done one after the other. */
    PROPOSALS,
    /** All that do not wait for each other: each is a request over the network. */
    ALL
}
