package dev.qorpus.web.api.endpoint;

import java.util.List;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.ComparisonView;
import dev.qorpus.web.json.WordsView;
import dev.qorpus.web.page.ComparisonPage;
import dev.qorpus.web.parameter.Parameter;

import static dev.qorpus.web.api.endpoint.QueryParameters.FILTER;
import static dev.qorpus.web.api.endpoint.QueryParameters.HITS;
import static dev.qorpus.web.api.endpoint.QueryParameters.ID;
import static dev.qorpus.web.api.endpoint.QueryParameters.QUESTION;

/** Routes of the comparison of modes. */
public final class ComparisonRoutes {

    private static final Parameter<List<String>> MODES = QueryParameters.modes(2);

    private ComparisonRoutes() {}

    public static List<Route> routes() {
        return List.of(
                Route.get("compare", "/api/compare", "One question in several modes, side by side.")
                        .takes(QUESTION, MODES, HITS, FILTER).answers(Response.json(ComparisonView.class))
                        .queued(ComparisonRoutes::compare),
                Route.get("compareWords", "/api/compare/words",
                        "For each word of a question, the closest word of an entry.").takes(QUESTION, ID).fails(404)
                        .answers(Response.json(WordsView.class)).queued(ComparisonRoutes::words),
                Route.get("exportComparison", "/export/comparison.html",
                        "The same as /api/compare, as one HTML file.").takes(QUESTION, MODES, HITS, FILTER)
                        .answers(Response.download("comparison.html"))
                        .queued((search, request) -> ComparisonPage.html(compare(search, request))));
    }

    private static ComparisonView compare(Search search, Request request) {
        Query query = new Query(request.get(QUESTION), Mode.HYBRID, request.get(HITS), request.get(FILTER), true);
        return ComparisonView.of(new Compare(search).run(query, request.get(MODES)));
    }

    private static WordsView words(Search search, Request request) {
        EntryId id = request.get(ID);
        StoredEntry entry = search.entry(id).orElseThrow(() -> EntryRoutes.unknown(id));
        String question = request.get(QUESTION);
        return WordsView.of(question, id.value(), new Compare(search).words(question, entry));
    }
}
