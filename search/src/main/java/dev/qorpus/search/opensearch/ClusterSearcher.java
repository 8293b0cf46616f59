package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.indexer.opensearch.PagedSearch;
import dev.qorpus.indexer.opensearch.PublishedState;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.search.backend.BackendException;
import dev.qorpus.search.backend.lookup.Filter;

/** One published state with what all lookups need: searches, filters, what hits say. */
record ClusterSearcher(String address, Cluster cluster, PublishedState published) {

    /** No search gives more hits. */
    static final int MOST_HITS = 10_000;

    /** Loads no stored fields: the entry's id comes from doc values. */
    private static final String NOTHING_STORED = "_none_";

    /** Something that the cluster does. */
    interface Action<T> {
        T run() throws IOException;
    }

    <T> T attempt(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new BackendException(address, String.valueOf(e.getMessage()),
                    e instanceof ClusterException refused && refused.isTransient(), e);
        }
    }

    /** How many documents a query finds. */
    int counted(Map<String, Object> query) {
        return total(searchAll(List.of(count(query))).getFirst());
    }

    /** Several searches at once. */
    List<JsonNode> searchAll(List<Map<String, Object>> searches) {
        return attempt(() -> cluster.search(published.index(), false, searches));
    }

    /** Searches by words: scores of all shards are comparable. */
    List<JsonNode> searchLexical(List<Map<String, Object>> searches) {
        return attempt(() -> cluster.search(published.index(), true, searches));
    }

    /** A search by words, and what the named parts of its query add to each score. */
    JsonNode searchTermScores(Map<String, Object> search) {
        return attempt(() -> cluster.searchByParts(published.index(), search));
    }

    /** All documents that pass some filters. */
    PagedSearch pages(List<Map<String, Object>> filters, List<String> fields) {
        return new PagedSearch(cluster, published.index(), filters, fields);
    }

    /** The documents of entries that are part of this state and pass a filter. */
    List<Map<String, Object>> passing(Filter filter) {
        return new FilterClauses(this).entries(filter);
    }

    static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> terms(String field, List<String> values) {
        return Map.of("terms", Map.of(field, values));
    }

    static Map<String, Object> allOf(List<Map<String, Object>> filters) {
        return Map.of("bool", Map.of("filter", filters));
    }

    static Map<String, Object> idsAmong(Iterable<EntryId> ids) {
        List<String> values = new ArrayList<>();
        ids.forEach(id -> values.add(id.value()));
        return terms(OpenSearchSchema.ID, values);
    }

    /** A search for entries' ids and scores, the best first. */
    static Map<String, Object> best(int size, Map<String, Object> query) {
        return Map.of("size", Math.min(size, MOST_HITS), "stored_fields", NOTHING_STORED, "track_total_hits", false,
                "docvalue_fields", List.of(OpenSearchSchema.ID, OpenSearchSchema.ORDINAL), "query", query);
    }

    /** A search that only counts. */
    static Map<String, Object> count(Map<String, Object> query) {
        return Map.of("size", 0, "track_total_hits", true, "query", query);
    }

    static int total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").asInt();
    }

    static JsonNode hits(JsonNode answer) {
        return answer.path("hits").path("hits");
    }

    static EntryId id(JsonNode hit) {
        return new EntryId(hit.path("fields").path(OpenSearchSchema.ID).path(0).asString());
    }

    /** A score as the engine has it, which is a float. */
    static float score(JsonNode number) {
        return (float) number.asDouble(0);
    }
}
