package dev.qorpus.search.backend.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.TermScore;

/** One probe of a request on its way through an engine's lookups: it proposes, then it scores, then it locates. */
interface ProbeLookup {

    /** Looks up what does not depend on any candidate. It may run beside {@link #propose}. */
    default void prepare() {}

    /** Entries that may be among the best. */
    Collection<EntryId> propose();

    /**
     * What the probe says.
     *
     * @param ids the candidates of all probes
     * @param ranked whether all of them need a rank
     */
    ProbeEvidence score(Collection<EntryId> ids, boolean ranked);

    /** Some of the candidates, each with its rank. */
    Map<EntryId, Candidate> locate(Collection<EntryId> ids);

    /** How many entries the probe has evidence for. */
    int total();

    /** What each term adds to the scores of some entries; empty if no words are compared. */
    default Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids) {
        return Map.of();
    }
}
