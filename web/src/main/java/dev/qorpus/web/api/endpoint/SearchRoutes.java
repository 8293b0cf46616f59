package dev.qorpus.web.api.endpoint;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.search.Search;
import dev.qorpus.search.query.Cut;
import dev.qorpus.search.query.Listing;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.Reading;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Facets;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.ResultsView;
import dev.qorpus.web.json.SuggestView;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.Measurements;

import static dev.qorpus.web.api.endpoint.QueryParameters.EXPLAIN;
import static dev.qorpus.web.api.endpoint.QueryParameters.FILTER;
import static dev.qorpus.web.api.endpoint.QueryParameters.HITS;
import static dev.qorpus.web.api.endpoint.QueryParameters.QUESTION;

/**
 * Routes of search and completion.
 *
 * @param measurements counts the results
 */
public record SearchRoutes(Measurements measurements) {

    private static final Parameter<String> MODE = Parameter.text("mode",
            "How to search: hybrid, lexical, dense, or any mode that /api/status lists.", Mode.HYBRID);
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset",
            "How many results to skip. With k, it is at most " + Query.MAX_K + ".", 0, Query.MAX_K - 1, 0);
    private static final Parameter<String> CUT = Parameter.choice("cut",
            "Where the list ends: after the results that are likely right, after the related ones, or not at all.",
            Arrays.stream(Cut.values()).map(Cut::label).toList(), Cut.ALL.label());
    private static final Parameter<Boolean> FACETS = Parameter.flag("facets",
            "Count the hits for each value of each filter field.");
    private static final Parameter<Boolean> PLAIN = Parameter.flag("plain",
            "Read the question as plain text: quotes, -word, +word and field:value have no meaning.");
    private static final Parameter<Boolean> TYPED = Parameter.flag("typed",
            "Search for the words as they are typed. None is corrected.");
    private static final Parameter<Boolean> RENDER = Parameter.flag("render",
            "Send the passage of each hit as HTML too.");
    private static final Parameter<String> BEGUN = Parameter.text("q", "The text typed so far.", Query.MAX_LENGTH);

    public List<Route> routes() {
        return List.of(
                Route.get("search", "/api/search", "Search: the entries that answer a question, best first.")
                        .takes(QUESTION, MODE, HITS, OFFSET, CUT, FILTER, EXPLAIN, FACETS, PLAIN, TYPED, RENDER)
                        .answers(Response.json(ResultsView.class)).queued(this::search),
                Route.get("suggest", "/api/suggest", "Completions of the text typed so far.").takes(BEGUN, HITS)
                        .answers(Response.json(SuggestView.class)).queued(SearchRoutes::suggest));
    }

    private ResultsView search(Search search, Request request) {
        Query query = new Query(request.get(QUESTION), request.get(MODE), request.get(HITS), request.get(FILTER),
                request.get(EXPLAIN)).withReading(new Reading(!request.get(PLAIN), !request.get(TYPED))).withListing(
                        Listing.DEFAULT.withOffset(request.get(OFFSET)).withCut(Cut.of(request.get(CUT))));
        FacetedResults faceted = request.get(FACETS) ? search.faceted(query) : null;
        Results results = faceted == null ? search.search(query) : faceted.results();
        measurements.countResults(results);
        Facets facets = faceted == null ? null : faceted.facets();
        return request.get(RENDER)
                ? ResultsView.rendered(results, facets, search.isWordsOnly(), id -> search.entry(id).isPresent())
                : ResultsView.of(results, facets, search.isWordsOnly());
    }

    private static SuggestView suggest(Search search, Request request) {
        long began = System.nanoTime();
        String begun = request.get(BEGUN);
        var completions = search.complete(begun, request.get(HITS));
        return SuggestView.of(begun, System.nanoTime() - began, completions);
    }
}
