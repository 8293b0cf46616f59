package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.qorpus.indexer.corpus.EntryId;
import dev.qorpus.search.Explanation;
import dev.qorpus.search.Hit;
import dev.qorpus.search.Query;
import dev.qorpus.search.QueryException;
import dev.qorpus.search.Results;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.TermScore;

/** Runs one question in several modes and sets the lists side by side. */
public record Compare(Search search) {

    /** As many lists as an eye can follow. */
    public static final int MAX_MODES = 5;

    /**
     * Compares.
     *
     * @param query its mode is ignored
     * @param modes two to {@link #MAX_MODES} different ones
     * @throws QueryException if there are fewer or more, or one is unknown
     */
    public Comparison run(Query query, List<String> modes) {
        if (modes.size() < 2 || modes.size() > MAX_MODES || new HashSet<>(modes).size() < modes.size()) {
            throw new QueryException("modes are '" + String.join(",", modes) + "'; allowed are 2 to " + MAX_MODES
                    + " different ones of " + String.join(", ", search.modes()));
        }
        Map<String, Results> results = new LinkedHashMap<>();
        double took = 0;
        for (String mode : modes) {
            Results result = search.search(new Query(query.text(), mode, query.k(), query.filters(), true));
            results.put(mode, result);
            took += result.tookMillis();
        }
        return new Comparison(query.text(), modes, took, results, overlaps(modes, results), moves(results, query.k()));
    }

    private static List<Comparison.Overlap> overlaps(List<String> modes, Map<String, Results> results) {
        List<Comparison.Overlap> overlaps = new ArrayList<>();
        for (int a = 0; a < modes.size(); a++) {
            for (int b = a + 1; b < modes.size(); b++) {
                overlaps.add(
                        overlap(modes.get(a), modes.get(b), ids(results, modes.get(a)), ids(results, modes.get(b))));
            }
        }
        return overlaps;
    }

    private static Comparison.Overlap overlap(String a, String b, Set<EntryId> inA, Set<EntryId> inB) {
        Set<EntryId> both = new HashSet<>(inA);
        both.retainAll(inB);
        int all = inA.size() + inB.size() - both.size();
        return new Comparison.Overlap(a, b, both.size(), Math.max(inA.size(), inB.size()),
                all == 0 ? 1 : (double) both.size() / all);
    }

    private static Set<EntryId> ids(Map<String, Results> results, String mode) {
        Set<EntryId> ids = new HashSet<>();
        Results found = results.get(mode);
        if (found != null) {
            found.hits().forEach(hit -> ids.add(hit.entry().id()));
        }
        return ids;
    }

    private static List<Comparison.Move> moves(Map<String, Results> results, int k) {
        Map<EntryId, Hit> hits = new LinkedHashMap<>();
        Map<EntryId, Map<String, Integer>> ranks = new LinkedHashMap<>();
        results.forEach((mode, result) -> result.hits().forEach(hit -> {
            hits.putIfAbsent(hit.entry().id(), hit);
            ranks.computeIfAbsent(hit.entry().id(), id -> new LinkedHashMap<>()).put(mode, hit.rank());
        }));
        List<Comparison.Move> moves = new ArrayList<>();
        hits.forEach((id, hit) -> moves.add(
                new Comparison.Move(id, hit.entry().question(), ranks.getOrDefault(id, Map.of()), reason(hit))));
        moves.sort(Comparator.comparingInt((Comparison.Move move) -> -spread(move, results.size(), k)));
        return moves;
    }

    /** Ranks between the best and the worst list; a list without the entry counts as one behind its end. */
    private static int spread(Comparison.Move move, int modes, int k) {
        int best = move.ranks().values().stream().mapToInt(Integer::intValue).min().orElse(0);
        int worst = move.ranks().size() < modes
                ? k + 1
                : move.ranks().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return worst - best;
    }

    private static String reason(Hit hit) {
        Explanation explanation = hit.explanation();
        List<TermScore> terms = explanation == null ? List.of() : explanation.terms();
        String words = terms.isEmpty()
                ? "no word in common with the question"
                : "words in common: " + String.join(", ", terms.stream()
                        .sorted(Comparator.comparingDouble(TermScore::score).reversed()).map(TermScore::term).toList());
        return String.format(Locale.ROOT, "By words #%d, %s; by meaning #%d, cosine %.2f.", hit.lexical().rank(), words,
                hit.dense().rank(), hit.dense().score());
    }
}
