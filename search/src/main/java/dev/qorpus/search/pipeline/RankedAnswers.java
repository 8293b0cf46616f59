package dev.qorpus.search.pipeline;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.query.Query;

/**
 * The candidates of one question in order, and those with the same answer put together.
 *
 * @param retrieved what the retrievers found
 * @param ids of the candidates, best first
 * @param answers the same, each answer once
 */
record RankedAnswers(RetrievalResult retrieved, List<EntryId> ids, AnswerGroups answers) {

    /** The candidates of what the retrievers found among their {@code depth} best. */
    static RankedAnswers of(RetrievalResult retrieved, int depth) {
        List<EntryId> ids = new CandidateFusion(retrieved).order(depth);
        return new RankedAnswers(retrieved, ids, AnswerGroups.of(ids, retrieved.evidence().answers()));
    }

    /** The entries of each hit that a query wants to see, the best one first. */
    List<List<EntryId>> page(Query query) {
        return listed(query).page(query.listing().offset(), query.k());
    }

    /** Whether there are fewer hits than a query ranks, though there may be more candidates. */
    boolean isShort(Query query, int depth) {
        return listed(query).groups().size() < query.end() && retrieved.shares().stream()
                .anyMatch(shares -> retrieved.mode().uses(shares.kind()) && shares.evidence().best().size() >= depth);
    }

    private AnswerGroups listed(Query query) {
        return query.listing().grouped() ? answers : AnswerGroups.of(ids);
    }

    /** Whether there is no candidate. */
    boolean isEmpty() {
        return ids.isEmpty();
    }
}
