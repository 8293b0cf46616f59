package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.search.backend.DenseLookup;
import dev.qorpus.search.backend.Filter;
import dev.qorpus.search.backend.Nearest;
import dev.qorpus.search.backend.VectorMatch;
import dev.qorpus.search.backend.VectorScore;

/**
 * Cosines with the vectors of questions and passages. Up to {@link OpenSearchBackend#EXACT_UP_TO} entries every vector
 * is compared; above, graphs propose entries, which are then compared exactly.
 */
final class OpenSearchDense implements DenseLookup {

    /** Fewer candidates than these miss too many: a graph is searched no wider than for what it shall find. */
    private static final int FEWEST = 200;
    /** Passages looked at for each entry wanted: several of the nearest may be of one entry. */
    private static final int PASSAGES_PER_ENTRY = 3;

    private final Searches searches;
    private final int space;
    private final float[] vector;
    private final Filter filter;
    private final int exactUpTo;
    private final Map<EntryId, VectorMatch> known = new HashMap<>();
    private int total = -1;

    OpenSearchDense(Searches searches, int space, float[] vector, Filter filter, int exactUpTo) {
        this.searches = searches;
        this.space = space;
        this.vector = vector;
        this.filter = filter;
        this.exactUpTo = exactUpTo;
    }

    @Override
    public synchronized int total() {
        if (total < 0) {
            total = filter.isEmpty()
                    ? searches.published().manifest().counts().entries()
                    : Searches.total(searches.together(List.of(
                            Searches.count(searches.passing(OpenSearchSchema.ENTRY, filter)))).getFirst());
        }
        return total;
    }

    @Override
    public synchronized Nearest near(int depth, VectorScore score) {
        if (total() <= exactUpTo) {
            exact(null);
        } else {
            propose(depth);
        }
        return new Nearest(List.copyOf(known.values()), new float[0]);
    }

    @Override
    public synchronized Map<EntryId, VectorMatch> matches(Collection<EntryId> ids) {
        Set<EntryId> missing = new HashSet<>(ids);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            exact(missing);
        }
        Map<EntryId, VectorMatch> matches = new HashMap<>(known);
        matches.keySet().retainAll(new HashSet<>(ids));
        return matches;
    }

    /** Entries near by their question or by a passage, found through the graphs; each that lacks the other is compared. */
    private void propose(int depth) {
        int entries = Math.max(depth, FEWEST);
        List<JsonNode> answers = searches.together(List.of(
                nearest(OpenSearchSchema.ENTRY, OpenSearchSchema.questionVectors(space), entries),
                nearest(OpenSearchSchema.PASSAGE, OpenSearchSchema.passageVectors(space),
                        entries * PASSAGES_PER_ENTRY)));
        Map<EntryId, JsonNode> passages = new HashMap<>();
        // The best come first, and what a graph finds has its exact score.
        Searches.hits(answers.get(1)).forEach(hit -> passages.putIfAbsent(Searches.id(hit), hit));
        Set<EntryId> incomplete = new HashSet<>(passages.keySet());
        for (JsonNode question : Searches.hits(answers.get(0))) {
            EntryId id = Searches.id(question);
            JsonNode passage = passages.get(id);
            if (passage == null) {
                incomplete.add(id);
            } else {
                incomplete.remove(id);
                known.put(id, match(id, question, passage));
            }
        }
        if (!incomplete.isEmpty()) {
            exact(incomplete);
        }
    }

    private Map<String, Object> nearest(String kind, String field, int k) {
        int most = Math.min(k, Searches.MOST_HITS);
        return Searches.best(most, Map.of("knn", Map.of(field, Map.of("vector", vector, "k", most, "filter",
                Searches.allOf(searches.passing(kind, filter))))));
    }

    /** Learns the exact cosines of the entries given, or of all; of those that pass the filter. */
    private void exact(@Nullable Set<EntryId> ids) {
        int size = ids == null ? total() : ids.size();
        if (size == 0) {
            return;
        }
        List<JsonNode> answers = searches.together(List.of(
                compared(OpenSearchSchema.ENTRY, OpenSearchSchema.questionVectors(space), ids, size),
                compared(OpenSearchSchema.PASSAGE, OpenSearchSchema.passageVectors(space), ids, size)));
        Map<EntryId, JsonNode> passages = new HashMap<>();
        Searches.hits(answers.get(1)).forEach(hit -> passages.put(Searches.id(hit), hit));
        for (JsonNode question : Searches.hits(answers.get(0))) {
            EntryId id = Searches.id(question);
            known.put(id, match(id, question, passages.get(id)));
        }
    }

    private static VectorMatch match(EntryId id, JsonNode question, @Nullable JsonNode passage) {
        double cosine = cosine(question);
        return passage == null
                ? new VectorMatch(id, cosine, cosine, VectorMatch.NO_PASSAGE)
                : new VectorMatch(id, cosine, cosine(passage),
                        passage.path("fields").path(OpenSearchSchema.ORDINAL).path(0).asInt());
    }

    private Map<String, Object> compared(String kind, String field, @Nullable Set<EntryId> ids, int size) {
        List<Map<String, Object>> wanted = new ArrayList<>(searches.passing(kind, filter));
        if (ids != null) {
            wanted.add(Searches.idsAmong(ids));
        }
        Map<String, Object> search = new HashMap<>(Searches.best(size, Map.of("script_score", Map.of(
                "query", Searches.allOf(wanted), "script", Map.of("lang", "knn", "source", "knn_score", "params",
                        Map.of("field", field, "query_value", vector, "space_type", "innerproduct"))))));
        if (kind.equals(OpenSearchSchema.PASSAGE)) {
            // The nearest of each entry.
            search.put("collapse", Map.of("field", OpenSearchSchema.ID));
        }
        return search;
    }

    /** The engine maps a product p to 1 + p, or to 1 ÷ (1 − p) below 0. */
    private static double cosine(JsonNode hit) {
        float score = Searches.score(hit.path("_score"));
        return Math.clamp(score >= 1 ? score - 1.0 : 1 - 1.0 / score, -1.0, 1.0);
    }
}
