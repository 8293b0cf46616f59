package dev.qorpus.web.api.endpoint;

import java.util.List;

import dev.qorpus.search.Search;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.ResultsView;
import dev.qorpus.web.page.PlainPage;
import dev.qorpus.web.parameter.Parameter;

/** The page for browsers without scripts. */
public final class PlainRoutes {

    private static final Parameter<String> ASKED = Parameter.text("q", "The question; without one, only the form.",
            Query.MAX_LENGTH);

    private PlainRoutes() {}

    public static List<Route> routes() {
        return List.of(Route.get("plain", "/plain", "The page without scripts: a form, and the hits of its question.")
                .ofPage().takes(ASKED).answers(new Response<String>("text/html", null,
                        (context, html) -> context.contentType("text/html; charset=utf-8").result(html)))
                .queued(PlainRoutes::page));
    }

    private static String page(Search search, Request request) {
        String question = request.get(ASKED).strip();
        if (question.isEmpty()) {
            return PlainPage.html("", null);
        }
        Results results = search.search(Query.of(question, Mode.HYBRID));
        return PlainPage.html(question, ResultsView.rendered(results, null, search.isWordsOnly(),
                id -> search.entry(id).isPresent()));
    }
}
