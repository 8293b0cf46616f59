package dev.qorpus.web.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.qorpus.search.compare.Comparison;

/** One question in several modes. */
public record ComparisonView(String query, List<String> modes, double tookMillis, Map<String, ResultsView> results,
        Map<String, CostView> costs, List<Comparison.Overlap> overlap, List<MoveView> moves) {

    /** The rank of an entry in each list, and the reason for the difference. */
    public record MoveView(String id, String question, Map<String, Integer> ranks, String reason) {}

    /** What a mode costs for one entry: bytes looked up on disk, and milliseconds to index it. */
    public record CostView(double bytesPerEntry, double indexMillisPerEntry) {}

    /** The view of a comparison. */
    public static ComparisonView of(Comparison comparison) {
        Map<String, ResultsView> results = new LinkedHashMap<>();
        comparison.results().forEach((mode, result) -> results.put(mode, ResultsView.of(result)));
        Map<String, CostView> costs = new LinkedHashMap<>();
        comparison.costs().forEach((mode, cost) -> costs.put(mode,
                new CostView(Rounded.to(cost.bytesPerEntry(), 0), Rounded.to(cost.indexMillisPerEntry(), 3))));
        return new ComparisonView(comparison.query(), comparison.modes(), Rounded.to(comparison.tookMillis(), 2),
                results, costs,
                comparison.overlap().stream().map(overlap -> new Comparison.Overlap(overlap.a(), overlap.b(),
                        overlap.shared(), overlap.of(), Rounded.to(overlap.jaccard(), 4),
                        Rounded.to(overlap.rbo(), 4))).toList(),
                comparison.moves().stream()
                        .map(move -> new MoveView(move.id().value(), move.question(), move.ranks(), move.reason()))
                        .toList());
    }
}
