package dev.qorpus.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.ModeCost;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.result.Results;

/** Runs one question in several modes and sets the lists side by side. */
public record Compare(Search search) {

    /** Enough for every rung of a ladder with three models; an eye can follow five. */
    public static final int MAX_MODES = 12;

    /** No caches: one mode must not profit from another mode's queries. */
    public Compare {
        search = search.withoutCaches();
    }

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
        Map<String, ModeCost> costs = new LinkedHashMap<>();
        double took = 0;
        for (String mode : modes) {
            Results result = search.search(query.explained().in(mode).ungrouped()).whole();
            results.put(mode, result);
            costs.put(mode, search.cost(mode));
            took += result.tookMillis();
        }
        return new Comparison(query.text(), modes, took, results, costs, overlaps(modes, results),
                moves(results, query.k()));
    }

    /**
     * For the words of a question the nearest words of an entry: in their context, by late interaction, where the index has
     * the vectors of tokens and the model knows the language. Otherwise single words are compared by the index's word
     * vectors, or else by its default model.
     */
    public List<NearestWords.Pair> words(String question, StoredEntry entry) {
        List<NearestWords.Pair> inContext = search.alignment(question, entry).stream()
                .map(word -> new NearestWords.Pair(word.word(), word.partner(), word.cosine()))
                .filter(pair -> !pair.word().equalsIgnoreCase(pair.nearest())).toList();
        return inContext.isEmpty() ? alone(question, entry) : NearestWords.nearest(inContext);
    }

    private List<NearestWords.Pair> alone(String question, StoredEntry entry) {
        return new NearestWords(search.wordEmbedder(), search::words).of(question,
                entry.entry().question() + "\n" + entry.entry().answer().text());
    }

    private static List<Comparison.Overlap> overlaps(List<String> modes, Map<String, Results> results) {
        List<Comparison.Overlap> overlaps = new ArrayList<>();
        for (int a = 0; a < modes.size(); a++) {
            for (int b = a + 1; b < modes.size(); b++) {
                overlaps.add(Agreement.of(modes.get(a), ids(results, modes.get(a)), modes.get(b),
                        ids(results, modes.get(b))));
            }
        }
        return overlaps;
    }

    private static List<EntryId> ids(Map<String, Results> results, String mode) {
        Results found = results.get(mode);
        return found == null ? List.of() : found.hits().stream().map(hit -> hit.entry().id()).toList();
    }

    private static List<Comparison.Move> moves(Map<String, Results> results, int k) {
        Map<EntryId, Reason> reasons = new LinkedHashMap<>();
        Map<EntryId, Map<String, Integer>> ranks = new LinkedHashMap<>();
        results.forEach((mode, result) -> result.hits().forEach(hit -> {
            // Hybrid is what people get: its parts are what the reason is about.
            Reason reason = new Reason(hit, result.model(), k);
            reasons.merge(hit.entry().id(), reason, (one, other) -> mode.equals(Mode.HYBRID) ? other : one);
            ranks.computeIfAbsent(hit.entry().id(), id -> new LinkedHashMap<>()).put(mode, hit.rank());
        }));
        List<Comparison.Move> moves = new ArrayList<>();
        reasons.forEach((id, reason) -> moves.add(new Comparison.Move(id, reason.hit().entry().question(),
                ranks.getOrDefault(id, Map.of()), reason.text())));
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
}
