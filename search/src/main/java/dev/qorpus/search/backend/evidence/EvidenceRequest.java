package dev.qorpus.search.backend.evidence;

import java.util.List;

import dev.qorpus.search.backend.lookup.Filter;

/**
 * Everything that ranking needs from an index for one question.
 *
 * @param probes what is compared; the evidence is in the same order
 * @param filter which entries count
 * @param depth how many of each probe's best entries are candidates
 * @param ranked whether every candidate's rank is needed, and not only those of the hits that are shown
 * @param sections whether it is needed which candidates are sections of prose
 */
public record EvidenceRequest(List<Probe> probes, Filter filter, int depth, boolean ranked,
        boolean sections) {

    /** Keeps a copy. */
    public EvidenceRequest {
        probes = List.copyOf(probes);
    }
}
