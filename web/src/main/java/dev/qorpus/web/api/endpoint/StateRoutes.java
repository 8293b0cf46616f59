package dev.qorpus.web.api.endpoint;

import java.util.Arrays;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.state.FindingsView;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.json.state.StatusView;
import dev.qorpus.web.parameter.Parameter;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.Measurements;

/** Routes of status and findings. */
public record StateRoutes(FindingsCache findings, Measurements measurements) {

    private static final int MOST = 100;
    private static final int LARGEST_OFFSET = 999_999_999;

    private static final Parameter<String> RULE = Parameter.choice("rule", "Return only findings of this rule.",
            Arrays.stream(Finding.Rule.values()).map(Finding.Rule::id).toList());
    private static final Parameter<String> FILE = Parameter.text("file", "Return only findings in this file.", "");
    private static final Parameter<String> ENTRY = Parameter.text("entry",
            "Return only findings about the entry with this id.", "");
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset", "The number of findings to skip.", 0,
            LARGEST_OFFSET, 0);
    private static final Parameter<Integer> FINDINGS = Parameter.integer("k", "The highest number of results.", 1,
            Query.MAX_K,
            MOST);

    public List<Route> routes() {
        return List.of(
                Route.get("findings", "/api/findings", "What is worth fixing in the corpus.")
                        .takes(RULE, FILE, ENTRY, OFFSET, FINDINGS).answers(Response.json(FindingsView.class))
                        .ofIndex(this::findings),
                Route.get("status", "/api/status", "The index, the program, and response times.")
                        .answers(Response.json(StatusView.class))
                        .ofIndex((search, request) -> StatusView.of(search, ProcessView.now(),
                                measurements.latencies())),
                Route.get("metrics", "/metrics", "Metrics in the text format of Prometheus.")
                        .answers(new Response<String>("text/plain", null,
                                (context, text) -> context.contentType(Measurements.CONTENT_TYPE).result(text)))
                        .direct(request -> measurements.scrape()));
    }

    private FindingsView findings(Search search, Request request) {
        FindingsView.Wanted wanted = new FindingsView.Wanted(request.get(RULE), request.get(FILE), request.get(ENTRY),
                request.get(OFFSET), request.get(FINDINGS));
        return findings.of(search.manifest(), wanted);
    }
}
