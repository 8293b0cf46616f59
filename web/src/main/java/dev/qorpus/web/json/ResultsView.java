package dev.qorpus.web.json;

import java.util.List;

import dev.qorpus.search.Results;
import dev.qorpus.search.retrieve.Correction;

/**
 * The answer to a query; {@code confident} says whether the first hit is likely the right one, answered or not,
 * {@code corrections} which words were searched for as the index writes them.
 */
public record ResultsView(String query, List<Correction> corrections, String mode, String model, double tookMillis,
        int total, boolean answered,
        double confidence, boolean confident, List<HitView> hits) {

    /** The view of results. */
    public static ResultsView of(Results results) {
        return new ResultsView(results.query(), results.corrections(), results.mode(), results.model(),
                Rounded.to(results.tookMillis(), 2),
                results.total(), results.answered(), Rounded.to(results.confidence(), 4), results.confident(),
                results.hits().stream().map(HitView::of).toList());
    }
}
