package dev.qorpus.search.backend.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.backend.Backend;

/** One text against the words of an index, by BM25. An entry that shares no term with it has score 0. */
public interface LexicalLookup {

    /** The terms of the text in order of appearance, each once, those that the index lacks included. */
    List<QueryTerm> terms();

    /** How many entries share at least one term and pass the filter. */
    int total();

    /** As {@link Backend#counts}, over the entries that {@link #total} counts. */
    Map<String, Map<String, Integer>> counts(Collection<String> fields);

    /** The best entries, best first, equal scores by id. */
    List<ScoredEntry> top(int depth);

    /** The scores of given entries, of those that the index has. */
    Map<EntryId, Double> scores(Collection<EntryId> ids);

    /**
     * How many entries score higher than each of the given scores, in the same order. An engine with more entries than
     * it can score for each question counts those that it has found.
     */
    List<Integer> countAbove(List<Double> scores);

    /**
     * What each term adds to the scores of given entries; terms that add nothing are left out, as are all of an
     * entry that is not there.
     */
    Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids);

    /** The same of one entry. */
    default List<TermScore> explain(EntryId id) {
        return explain(List.of(id)).getOrDefault(id, List.of());
    }
}
