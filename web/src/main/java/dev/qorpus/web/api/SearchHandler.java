package dev.qorpus.web.api;

import io.javalin.http.Context;

import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.FacetedResults;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.json.ResultsView;
import dev.qorpus.web.serve.Measurements;

/** The endpoint that is asked most, each of whose results is counted. */
record SearchHandler(Measurements measurements) {

    void answer(Handlers handlers, Context context) {
        Parameters parameters = Parameters.of(context, "q", "mode", "k", "filter", "explain", "facets");
        Query query = new Query(parameters.text("q", ""), parameters.text("mode", Mode.HYBRID), parameters.k(),
                parameters.filters(), parameters.flag("explain"));
        if (parameters.flag("facets")) {
            FacetedResults faceted = handlers.search().faceted(query);
            write(context, faceted.results(), ResultsView.of(faceted));
        } else {
            Results results = handlers.search().search(query);
            write(context, results, ResultsView.of(results));
        }
    }

    private void write(Context context, Results results, ResultsView view) {
        measurements.found(results);
        Reply.json(context, view);
    }
}
