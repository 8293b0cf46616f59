package dev.qorpus.search.backend.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.entry.EntryId;

/** The evidence for one question: what each probe says of the candidates of all. For one thread. */
public interface Evidence {

    /** What each probe says, in the request's order. A probe whose vector is missing, and those behind it, are left out. */
    List<ProbeEvidence> probes();

    /** The candidates that are sections of prose, and not questions; none if the request did not ask for them. */
    Set<EntryId> sections();

    /** The hashes of the candidates' answers, as in {@link Lookups#answers}. */
    Map<EntryId, Long> answers();

    /** The packed vectors of the tokens of some candidates, as in {@link Lookups#tokens}. */
    Map<EntryId, List<byte[]>> tokens(String space, Collection<EntryId> ids);

    /**
     * How many entries a probe can tell apart from the rest: those it has evidence for.
     *
     * @param probe its place in {@link #probes}
     */
    int total(int probe);

    /**
     * What is shown of the best entries.
     *
     * @param ids of candidates; each probe tells their ranks
     * @param unread those of them whose stored entry is needed
     * @param explain whether the contribution of each term is needed
     */
    HitDetails details(List<EntryId> ids, Collection<EntryId> unread, boolean explain);
}
