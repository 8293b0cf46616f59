package dev.qorpus.search.backend.evidence;

import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.lookup.QueryTerm;

/**
 * What one probe says.
 *
 * @param best its best entries, best first, equal scores by id, ranked from 1; more than the request's depth where the
 *        engine compared more
 * @param candidates all candidates of the request that pass the filter, by this probe's score; one that is not among the
 *        best has rank 0, unless ranks were asked for
 * @param terms of the question, if words are compared
 */
public record ProbeEvidence(List<Candidate> best, Map<EntryId, Candidate> candidates, List<QueryTerm> terms) {}
