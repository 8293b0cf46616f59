package dev.qorpus.web.json;

import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.Correction;

/**
 * The answer to a query; {@code confident} says whether the first hit is likely the right one, answered or not,
 * {@code corrections} which words were searched for as the index writes them, {@code facets}, if asked for, how the
 * result spreads over the values of each filter field, {@code degraded}, where it is there, why it is not what it should
 * be.
 */
public record ResultsView(String query, List<Correction> corrections, String mode, String model, double tookMillis,
        int total, boolean answered,
        double confidence, boolean confident, List<HitView> hits,
        @Nullable SortedMap<String, List<Facets.Value>> facets, @Nullable String degraded) {

    /** What a result says that was found by words alone, though vectors were to be compared. */
    public static final String BY_WORDS_ALONE = "Dense search is down, so this was found by words alone; 'qorpus doctor' says what is wrong.";

    /** The view of results. */
    public static ResultsView of(Results results) {
        return of(results, null);
    }

    /** The view of results with their facets. */
    public static ResultsView of(FacetedResults faceted) {
        return of(faceted.results(), faceted.facets().values());
    }

    private static ResultsView of(Results results, @Nullable SortedMap<String, List<Facets.Value>> facets) {
        return new ResultsView(results.query(), results.corrections(), results.mode(), results.model(),
                Rounded.to(results.tookMillis(), 2),
                results.total(), results.answered(), Rounded.to(results.confidence(), 4), results.confident(),
                results.hits().stream().map(HitView::of).toList(), facets,
                results.lexicalOnly() ? BY_WORDS_ALONE : null);
    }
}
