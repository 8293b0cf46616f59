package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.search.backend.lookup.Condition;
import dev.qorpus.search.backend.lookup.Filter;

/**
 * Filters as clauses of a cluster's query. The values of fields are on all documents of an entry. Its words are on its own
 * document only, so passages are filtered by the ids of the entries that have the words.
 */
record FilterClauses(ClusterSearcher searcher) {

    /** So many terms a cluster takes in one clause, unless it is told otherwise. */
    private static final int MOST_TERMS = 65_536;

    /** The documents of entries that are part of the published state and pass a filter. */
    List<Map<String, Object>> entries(Filter filter) {
        List<Map<String, Object>> all = of(OpenSearchSchema.ENTRY, filter);
        filter.words().forEach(words -> all.add(clause(phrase(words), words)));
        return all;
    }

    /** The documents of their passages. With words in the filter, the entries that have them are looked up first. */
    List<Map<String, Object>> passages(Filter filter) {
        List<Map<String, Object>> all = of(OpenSearchSchema.PASSAGE, filter);
        filter.words().forEach(words -> all.add(clause(among(idsOf(words)), words)));
        return all;
    }

    private List<Map<String, Object>> of(String kind, Filter filter) {
        List<Map<String, Object>> all = new ArrayList<>(searcher.published().visibleDocuments());
        all.add(ClusterSearcher.term(OpenSearchSchema.KIND, kind));
        filter.values().forEach(values -> all.add(clause(ClusterSearcher.terms(OpenSearchSchema.FILTERS,
                values.values().stream().map(value -> OpenSearchSchema.filter(values.field(), value)).toList()),
                values)));
        return all;
    }

    private static Map<String, Object> clause(Map<String, Object> found, Condition condition) {
        return condition.excludes() ? Map.of("bool", Map.of("must_not", List.of(found))) : found;
    }

    private static Map<String, Object> phrase(Condition.Words words) {
        return Map.of("match_phrase", Map.of(words.asWritten() ? OpenSearchSchema.WRITTEN : OpenSearchSchema.TEXT,
                OpenSearchSchema.phrase(words.words())));
    }

    private List<EntryId> idsOf(Condition.Words words) {
        List<Map<String, Object>> wanted = of(OpenSearchSchema.ENTRY, Filter.NONE);
        wanted.add(phrase(words));
        List<EntryId> ids = new ArrayList<>();
        searcher.attempt(() -> {
            searcher.pages(wanted, List.of(OpenSearchSchema.ID))
                    .each(source -> ids.add(new EntryId(source.path(OpenSearchSchema.ID).asString())));
            return true;
        });
        return ids;
    }

    private static Map<String, Object> among(List<EntryId> ids) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_TERMS) {
            parts.add(ClusterSearcher.idsAmong(ids.subList(from, Math.min(ids.size(), from + MOST_TERMS))));
        }
        return parts.isEmpty() ? Map.of("match_none", Map.of()) : Map.of("bool", Map.of("should", parts));
    }
}
