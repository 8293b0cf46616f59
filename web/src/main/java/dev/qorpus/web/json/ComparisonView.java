package dev.qorpus.web.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.compare.Comparison;

/** One question in several modes. */
public record ComparisonView(String query, List<String> modes, double tookMillis, Map<String, ResultsView> results,
        List<Comparison.Overlap> overlap, List<MoveView> moves) {

    /** Where an entry stands in each list, and why. */
    public record MoveView(String id, String question, Map<String, Integer> ranks, String reason) {}

    /** The view of a comparison. */
    public static ComparisonView of(Comparison comparison) {
        Map<String, ResultsView> results = new LinkedHashMap<>();
        comparison.results().forEach((mode, result) -> results.put(mode, ResultsView.of(result)));
        return new ComparisonView(comparison.query(), comparison.modes(), Rounded.to(comparison.tookMillis(), 2),
                results,
                comparison.overlap(),
                comparison.moves().stream()
                        .map(move -> new MoveView(move.id().value(), move.question(), move.ranks(), move.reason()))
                        .toList());
    }
}
