package dev.qorpus.search.opensearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.analysis.WeightedTerm;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchSchema;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;
import dev.qorpus.search.backend.lookup.LexicalModel;
import dev.qorpus.search.backend.lookup.QueryTerm;
import dev.qorpus.search.backend.lookup.ScoredEntry;
import dev.qorpus.search.backend.lookup.TermScore;
import dev.qorpus.search.lucene.lexical.TermWeighting;

/** A lexical model over the text of entries. The query is the disjunction of the text's terms. */
final class OpenSearchLexical implements LexicalLookup {

    private final ClusterSearcher searcher;
    private final TermFrequencies frequencies;
    private final TermWeighting weighting;
    private final Filter filter;
    private final int countedUpTo;
    private final List<WeightedTerm> asked;
    private @Nullable List<WeightedTerm> weighted;
    private @Nullable Best best;
    private int total = -1;
    /** The scores that were asked for, or found. */
    private final Map<EntryId, Double> known = new HashMap<>();

    /** So many of the best entries as were asked for, or all. */
    private record Best(int depth, List<ScoredEntry> entries) {

        boolean isAll() {
            return entries.size() < depth;
        }
    }

    /**
     * @param terms of the query, in order of appearance
     * @param countedUpTo of how many entries of the index all are counted that score higher than some
     */
    OpenSearchLexical(ClusterSearcher searcher, TermFrequencies frequencies, TermWeighting weighting,
            List<WeightedTerm> terms, Filter filter, int countedUpTo) {
        this.searcher = searcher;
        this.frequencies = frequencies;
        this.weighting = weighting;
        this.filter = filter;
        this.countedUpTo = countedUpTo;
        this.asked = weighting.weighted(terms);
    }

    private Map<String, Object> query(boolean named) {
        List<Map<String, Object>> parts = new ArrayList<>();
        weighted().forEach(term -> parts.add(part(term, named)));
        return Map.of("bool", Map.of("should", parts, "minimum_should_match", 1, "filter",
                searcher.passing(filter)));
    }

    private Map<String, Object> part(WeightedTerm term, boolean named) {
        Map<String, Object> settings = new HashMap<>(Map.of("boost", term.weight()));
        if (named) {
            settings.put("_name", term.label());
        }
        if (weighting.model() == LexicalModel.ONE_HOT) {
            settings.put("filter", ClusterSearcher.term(OpenSearchSchema.field(term), term.term()));
            return Map.of("constant_score", settings);
        }
        settings.put("value", term.term());
        return Map.of("term", Map.of(field(term), settings));
    }

    private String field(WeightedTerm term) {
        return switch (weighting.model()) {
            case BAG_OF_WORDS -> OpenSearchSchema.COUNTS;
            case TF_IDF -> OpenSearchSchema.TF_IDF;
            case ONE_HOT, BM25 -> OpenSearchSchema.field(term);
        };
    }

    @Override
    public List<QueryTerm> terms() {
        return weighting.known(weighted(), frequencies(asked), frequencies.entries());
    }

    private List<Long> frequencies(List<WeightedTerm> some) {
        Map<String, Integer> found = frequencies.of(some);
        return some.stream().map(term -> (long) found.getOrDefault(term.label(), 0)).toList();
    }

    /** The terms with the weights that depend on how many entries have them; looked up when they are needed. */
    private synchronized List<WeightedTerm> weighted() {
        List<WeightedTerm> known = weighted;
        if (known == null) {
            known = TermWeighting.areBalanced(asked)
                    ? asked
                    : weighting.balanced(asked, frequencies(asked), frequencies.entries());
            weighted = known;
        }
        return known;
    }

    private synchronized Best best(int wanted) {
        int depth = Math.min(wanted, ClusterSearcher.MOST_HITS);
        Best found = best;
        if (found == null || (found.depth < depth && !found.isAll())) {
            Map<String, Object> search = new HashMap<>(ClusterSearcher.best(depth, query(false)));
            // Equal scores are cut in the order of their ids, as they are shown.
            search.put("sort", List.of("_score", OpenSearchSchema.ID));
            JsonNode answer = searcher.searchLexical(List.of(search)).getFirst();
            List<ScoredEntry> entries = new ArrayList<>();
            ClusterSearcher.hits(answer).forEach(
                    hit -> entries
                            .add(new ScoredEntry(ClusterSearcher.id(hit), ClusterSearcher.score(hit.path("_score")))));
            entries.sort(ScoredEntry.BEST_FIRST);
            entries.forEach(scored -> known.put(scored.id(), scored.score()));
            found = new Best(depth, List.copyOf(entries));
            best = found;
        }
        return found;
    }

    /** Counted by itself: a search that counts what it ranks has to score all of it. */
    @Override
    public synchronized int total() {
        if (asked.isEmpty()) {
            return 0;
        }
        if (total < 0) {
            total = best != null && best.isAll()
                    ? best.entries.size()
                    : searcher.counted(ClusterSearcher.allOf(List.of(query(false))));
        }
        return total;
    }

    @Override
    public List<ScoredEntry> top(int depth) {
        return asked.isEmpty() ? List.of() : best(depth).entries.stream().limit(depth).toList();
    }

    @Override
    public Map<String, Map<String, Integer>> counts(Collection<String> fields) {
        return OpenSearchFacetCounts.of(searcher, asked.isEmpty() ? Map.of("match_none", Map.of()) : query(false),
                fields);
    }

    @Override
    public synchronized Map<EntryId, Double> scores(Collection<EntryId> ids) {
        Set<EntryId> missing = new HashSet<>(ids);
        missing.removeAll(known.keySet());
        among(missing, false)
                .forEach(hit -> known.put(ClusterSearcher.id(hit), (double) ClusterSearcher.score(hit.path("_score"))));
        Map<EntryId, Double> scores = new HashMap<>(known);
        scores.keySet().retainAll(new HashSet<>(ids));
        return scores;
    }

    /** Some entries with their scores, 0 where they share no term or do not pass the filter. */
    private List<JsonNode> among(Collection<EntryId> ids, boolean named) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> wanted = searcher.passing(Filter.NONE);
        wanted.add(ClusterSearcher.idsAmong(ids));
        Map<String, Object> bool = new HashMap<>(Map.of("filter", wanted));
        if (!asked.isEmpty()) {
            bool.put("should", List.of(query(named)));
        }
        Map<String, Object> search = ClusterSearcher.best(ids.size(), Map.of("bool", bool));
        List<JsonNode> hits = new ArrayList<>();
        ClusterSearcher
                .hits(named ? searcher.searchTermScores(search) : searcher.searchLexical(List.of(search)).getFirst())
                .forEach(hits::add);
        return hits;
    }

    @Override
    public List<Integer> countAbove(List<Double> scores) {
        Set<Double> distinct = new HashSet<>(scores);
        if (asked.isEmpty() || distinct.isEmpty()) {
            return scores.stream().map(score -> 0).toList();
        }
        if (searcher.published().manifest().counts().entries() > countedUpTo) {
            return scores.stream().map(this::foundAbove).toList();
        }
        double[] above = distinct.stream().mapToDouble(score -> Math.nextUp(score.floatValue())).sorted().toArray();
        List<Map<String, Object>> ranges = new ArrayList<>();
        for (int i = 0; i < above.length; i++) {
            ranges.add(i + 1 < above.length
                    ? Map.of("from", above[i], "to", above[i + 1])
                    : Map.of("from", above[i]));
        }
        JsonNode buckets = searcher
                .searchLexical(List.of(Map.of("size", 0, "track_total_hits", false, "query", query(false),
                        "aggs", Map.of("above", Map.of("range", Map.of("script", Map.of("source", "_score"), "ranges",
                                ranges))))))
                .getFirst().path("aggregations").path("above").path("buckets");
        int[] counts = new int[above.length];
        for (int i = above.length - 1; i >= 0; i--) {
            counts[i] = buckets.path(i).path("doc_count").asInt() + (i + 1 < above.length ? counts[i + 1] : 0);
        }
        return scores.stream().map(score -> counts[Arrays.binarySearch(above, Math.nextUp(score.floatValue()))])
                .toList();
    }

    private synchronized int foundAbove(double score) {
        return (int) known.values().stream().filter(other -> other > score).count();
    }

    @Override
    public Map<EntryId, List<TermScore>> explain(Collection<EntryId> ids) {
        List<QueryTerm> known = terms();
        Map<EntryId, List<TermScore>> explained = new HashMap<>();
        for (JsonNode hit : among(ids, true)) {
            JsonNode scores = hit.path("matched_queries");
            explained.put(ClusterSearcher.id(hit), TermScore.byWord(known,
                    known.stream().map(term -> (double) ClusterSearcher.score(scores.path(term.term()))).toList()));
        }
        return explained;
    }
}
