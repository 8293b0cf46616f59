package dev.qorpus.web.json;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.GroupCounts;
import dev.qorpus.search.result.Hit;
import dev.qorpus.search.result.Results;
import dev.qorpus.search.retrieve.Correction;

/**
 * The results of a query. {@code confident} says whether the first hit is likely right, answered or not. {@code
 * corrections} are the words that were replaced by words of the index, {@code operators} what was demanded or excluded, and
 * {@code notes} what the asker has to know of how the question was understood. {@code missing} are words and numbers of the question that the first hit lacks. {@code groups} counts the hits of each
 * group in the whole list. {@code facets}, on demand, counts the values
 * of each filter field, and {@code facetsLeftOut} how many more values a field has. {@code degraded} says why the results are limited.
 */
public record ResultsView(String query, List<Correction> corrections, List<OperatorView> operators,
        List<String> notes, String mode, String model, double tookMillis,
        int total, boolean answered,
        double confidence, boolean confident, List<String> missing, List<HitView> hits, GroupCounts groups,
        @Nullable SortedMap<String, List<Facets.Value>> facets, @Nullable SortedMap<String, Integer> facetsLeftOut,
        @Nullable String degraded) {

    /** From this confidence on the first hit is called likely right: it is at least as likely right as wrong. */
    public static final double LIKELY_FROM = 0.5;

    /** The message of results that are lexical only because dense search failed. */
    public static final String LEXICAL_ONLY = "Dense search is down, so these results are lexical only. 'qorpus doctor' says what is wrong.";

    /** The message of results that are lexical only because the index has no vectors yet. */
    private static final String WORDS_ONLY = "The notes are still being embedded, so these results are lexical only.";

    /** The view of results. */
    public static ResultsView of(Results results) {
        return of(results, false);
    }

    /**
     * The view of results.
     *
     * @param wordsOnly whether the index has no vectors yet
     */
    public static ResultsView of(Results results, boolean wordsOnly) {
        return of(results, null, wordsOnly);
    }

    /**
     * The view of results with the passages as HTML.
     *
     * @param facets the facets; null if they were not counted
     * @param exists whether an entry with an id exists
     */
    public static ResultsView rendered(Results results, @Nullable Facets facets, boolean wordsOnly,
            Predicate<EntryId> exists) {
        return of(results, facets, wordsOnly, hit -> HitView.rendered(hit, exists));
    }

    /**
     * The view of results with their facets.
     *
     * @param facets the facets; null if they were not counted
     */
    public static ResultsView of(Results results, @Nullable Facets facets, boolean wordsOnly) {
        return of(results, facets, wordsOnly, HitView::of);
    }

    private static ResultsView of(Results results, @Nullable Facets facets, boolean wordsOnly,
            Function<Hit, HitView> view) {
        return new ResultsView(results.query(), results.corrections(),
                results.operators().stream().map(OperatorView::of).toList(), results.notes(), results.mode(),
                results.model(),
                Rounded.to(results.tookMillis(), 2),
                results.total(), results.answered(), Rounded.to(results.confidence(), 4), results.confident(),
                results.missing().words(),
                results.hits().stream().map(view).toList(), results.groups(),
                facets == null ? null : facets.values(),
                facets == null || facets.leftOut().isEmpty() ? null : facets.leftOut(),
                !results.lexicalOnly() ? null : wordsOnly ? WORDS_ONLY : LEXICAL_ONLY);
    }
}
