package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.Results;

/** The answer to a query; {@code confident} says whether the first hit is likely the right one, answered or not. */
public record ResultsView(String query, String mode, String model, double tookMillis, int total, boolean answered,
        double confidence, boolean confident, List<HitView> hits) {

    /** The view of results. */
    public static ResultsView of(Results results) {
        return new ResultsView(results.query(), results.mode(), results.model(), Rounded.to(results.tookMillis(), 2),
                results.total(), results.answered(), Rounded.to(results.confidence(), 4), results.confident(),
                results.hits().stream().map(HitView::of).toList());
    }
}
