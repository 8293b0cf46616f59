package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.indexer.opensearch.client.VectorForm;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.NearestEntries;
import dev.qorpus.search.backend.lookup.NearestEntries.OtherScores;
import dev.qorpus.search.backend.lookup.VectorMatch;
import dev.qorpus.search.backend.lookup.VectorScore;

/**
 * Cosines with the vectors of questions and passages. Up to {@link ExactLimits#vectors} entries every vector
 * is compared; above, graphs propose entries, which are then compared exactly.
 */
final class OpenSearchDense implements DenseLookup {

    /** Fewer candidates than these miss too many: a graph is searched no wider than for what it shall find. */
    private static final int FEWEST = 200;
    /** Passages looked at for each entry wanted: several of the nearest may be of one entry. */
    private static final int PASSAGES_PER_ENTRY = 3;
    /** What the graph proposes is compared by its full vectors. More than it is asked for would find nothing better. */
    private static final Map<String, Object> EXACTLY = Map.of("oversample_factor", 1.0);

    private final ClusterSearcher searcher;
    private final int space;
    private final float[] vector;
    private final Filter filter;
    private final int exactUpTo;
    private final Map<EntryId, VectorMatch> known = new HashMap<>();
    private final Set<EntryId> proposed = new HashSet<>();
    private int proposedTo;
    private int total = -1;
    private @Nullable List<Map<String, Object>> passages;

    OpenSearchDense(ClusterSearcher searcher, int space, float[] vector, Filter filter, int exactUpTo) {
        this.searcher = searcher;
        this.space = space;
        this.vector = vector;
        this.filter = filter;
        this.exactUpTo = exactUpTo;
    }

    @Override
    public synchronized int total() {
        if (total < 0) {
            total = filter.isEmpty()
                    ? searcher.published().manifest().counts().entries()
                    : searcher.counted(ClusterSearcher.allOf(searcher.passing(filter)));
        }
        return total;
    }

    @Override
    public synchronized NearestEntries nearest(int depth, VectorScore score) {
        return new NearestEntries(List.copyOf(matches(propose(depth, score)).values()), OtherScores.NONE);
    }

    @Override
    public synchronized Collection<EntryId> propose(int depth, VectorScore score) {
        if (proposedTo < depth && total() <= exactUpTo) {
            exact(null);
            proposed.addAll(known.keySet());
            proposedTo = Integer.MAX_VALUE;
        } else if (proposedTo < depth) {
            ask(depth, score);
            proposedTo = depth;
        }
        return Set.copyOf(proposed);
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

    /** Entries near by their question or by a passage, found through the graphs, which tell the exact scores of both. */
    private void ask(int depth, VectorScore score) {
        int entries = Math.max(depth, FEWEST);
        List<JsonNode> answers = searcher.searchAll(List.of(
                nearest(OpenSearchSchema.ENTRY, OpenSearchSchema.questionVectors(space), entries),
                nearest(OpenSearchSchema.PASSAGE, OpenSearchSchema.passageVectors(space),
                        entries * PASSAGES_PER_ENTRY)));
        Map<EntryId, JsonNode> questions = new HashMap<>();
        Map<EntryId, JsonNode> passages = new HashMap<>();
        // The best come first.
        ClusterSearcher.hits(answers.get(0)).forEach(hit -> questions.putIfAbsent(ClusterSearcher.id(hit), hit));
        ClusterSearcher.hits(answers.get(1)).forEach(hit -> passages.putIfAbsent(ClusterSearcher.id(hit), hit));
        questions.forEach((id, question) -> {
            JsonNode passage = passages.get(id);
            if (passage != null) {
                known.put(id, match(id, question, passage));
                proposed.add(id);
            }
        });
        double least = least(depth, score);
        double farthest = questions.values().stream().mapToDouble(OpenSearchDense::cosine).min().orElse(1);
        // Of what only its passage found, the question is farther than those found; what has no passage is as near as its
        // question.
        questions.forEach((id, question) -> offer(id, score.of(cosine(question), cosine(question)), least));
        passages.forEach((id, passage) -> offer(id, score.of(farthest, cosine(passage)), least));
    }

    private void offer(EntryId id, double most, double least) {
        if (most >= least) {
            proposed.add(id);
        }
    }

    /** The score that the last of the best reaches at least. */
    private double least(int depth, VectorScore score) {
        return known.values().stream().map(match -> score.of(match.question(), match.passage()))
                .sorted(Comparator.reverseOrder()).skip(depth - 1L).findFirst().orElse(Double.NEGATIVE_INFINITY);
    }

    private Map<String, Object> nearest(String kind, String field, int k) {
        int most = Math.min(k, ClusterSearcher.MOST_HITS);
        Map<String, Object> near = new HashMap<>(
                Map.of("vector", vector, "k", most, "filter", ClusterSearcher.allOf(passing(kind))));
        if (searcher.published().vectors() != VectorForm.FLOAT32) {
            near.put("rescore", EXACTLY);
        }
        return ClusterSearcher.best(most, Map.of("knn", Map.of(field, near)));
    }

    private List<Map<String, Object>> passing(String kind) {
        if (!kind.equals(OpenSearchSchema.PASSAGE)) {
            return searcher.passing(filter);
        }
        List<Map<String, Object>> known = passages;
        if (known == null) {
            known = new FilterClauses(searcher).passages(filter);
            passages = known;
        }
        return known;
    }

    /** Fetches the exact cosines of the given entries, or of all that pass the filter. */
    private void exact(@Nullable Set<EntryId> ids) {
        int size = ids == null ? total() : ids.size();
        if (size == 0) {
            return;
        }
        List<JsonNode> answers = searcher.searchAll(List.of(
                compared(OpenSearchSchema.ENTRY, OpenSearchSchema.questionVectors(space), ids, size),
                compared(OpenSearchSchema.PASSAGE, OpenSearchSchema.passageVectors(space), ids, size)));
        Map<EntryId, JsonNode> passages = new HashMap<>();
        ClusterSearcher.hits(answers.get(1)).forEach(hit -> passages.put(ClusterSearcher.id(hit), hit));
        for (JsonNode question : ClusterSearcher.hits(answers.get(0))) {
            EntryId id = ClusterSearcher.id(question);
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
        List<Map<String, Object>> wanted = new ArrayList<>(passing(kind));
        if (ids != null) {
            wanted.add(ClusterSearcher.idsAmong(ids));
        }
        Map<String, Object> search = new HashMap<>(ClusterSearcher.best(size, Map.of("script_score", Map.of(
                "query", ClusterSearcher.allOf(wanted), "script", Map.of("lang", "knn", "source", "knn_score", "params",
                        Map.of("field", field, "query_value", vector, "space_type", "innerproduct"))))));
        if (kind.equals(OpenSearchSchema.PASSAGE)) {
            // The nearest of each entry.
            search.put("collapse", Map.of("field", OpenSearchSchema.ID));
        }
        return search;
    }

    /** The engine maps a product p to 1 + p, or to 1 ÷ (1 − p) below 0. */
    private static double cosine(JsonNode hit) {
        float score = ClusterSearcher.score(hit.path("_score"));
        return Math.clamp(score >= 1 ? score - 1.0 : 1 - 1.0 / score, -1.0, 1.0);
    }
}
