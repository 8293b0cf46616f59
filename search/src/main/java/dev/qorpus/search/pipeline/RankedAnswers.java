package dev.qorpus.search.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.query.Query;

/**
 * The candidates of one question in order, and those with the same answer put together.
 *
 * @param retrieved what the retrievers found
 * @param ids of the candidates, best first
 * @param answers the same, each answer once, with the entries that give it
 */
record RankedAnswers(RetrievalResult retrieved, List<EntryId> ids, List<List<EntryId>> answers) {

    /** The candidates of what the retrievers found among their {@code depth} best. */
    static RankedAnswers of(RetrievalResult retrieved, int depth) {
        List<EntryId> ids = new CandidateFusion(retrieved).order(depth);
        return new RankedAnswers(retrieved, ids, grouped(ids, retrieved.evidence().answers()));
    }

    /**
     * Puts entries with the same answer together.
     *
     * @param ids best first
     * @param hashes of the entries' answers; an entry without one is alone
     */
    private static List<List<EntryId>> grouped(List<EntryId> ids, Map<EntryId, Long> hashes) {
        List<List<EntryId>> groups = new ArrayList<>(ids.size());
        Map<Long, List<EntryId>> byAnswer = HashMap.newHashMap(ids.size());
        for (EntryId id : ids) {
            Long answer = hashes.get(id);
            List<EntryId> known = answer == null ? null : byAnswer.get(answer);
            if (known == null) {
                known = new ArrayList<>(1);
                groups.add(known);
                if (answer != null) {
                    byAnswer.put(answer, known);
                }
            }
            known.add(id);
        }
        return groups;
    }

    /** The entries that give the first answer; none if there is no candidate. */
    List<EntryId> first() {
        return answers.isEmpty() ? List.of() : answers.getFirst();
    }

    /** The hits of a query, best first, each with its entries. */
    List<List<EntryId>> hits(Query query) {
        return query.listing().grouped() ? answers : ids.stream().map(List::of).toList();
    }

    /** The hits from the first one that a query asks for to the last one. */
    List<List<EntryId>> page(Query query) {
        return hits(query).stream().limit(query.end()).skip(query.listing().offset()).toList();
    }

    /** Whether there are fewer hits than a query ranks, though there may be more candidates. */
    boolean isShort(Query query, int depth) {
        return hits(query).size() < query.end() && retrieved.shares().stream()
                .anyMatch(shares -> retrieved.mode().uses(shares.kind()) && shares.evidence().best().size() >= depth);
    }
}
