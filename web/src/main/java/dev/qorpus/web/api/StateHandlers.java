package dev.qorpus.web.api;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.javalin.http.Context;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.json.state.FindingsView;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.json.state.StatusView;
import dev.qorpus.web.serve.FindingsCache;
import dev.qorpus.web.serve.Measurements;

/** The endpoints that tell of the corpus, the index and the program, and not of a question. */
record StateHandlers(FindingsCache findings, Measurements measurements) {

    private static final String MOST = "100";

    void status(Search search, Context context) {
        Parameters.of(context);
        Reply.json(context, StatusView.of(search, ProcessView.now(), measurements.latencies()));
    }

    void findings(Search search, Context context) {
        Parameters parameters = Parameters.of(context, "rule", "file", "entry", "offset", "k");
        int most = parameters.k(MOST);
        if (most < 1 || most > Query.MAX_K) {
            throw new QueryException("k is " + most + "; allowed is 1 to " + Query.MAX_K);
        }
        FindingsView.Wanted wanted = new FindingsView.Wanted(rule(parameters.text("rule", "")),
                parameters.text("file", ""), parameters.text("entry", ""), parameters.offset(),
                most);
        Reply.json(context, findings.of(search.manifest(), wanted));
    }

    private static String rule(String id) {
        if (id.isEmpty() || Arrays.stream(Finding.Rule.values()).anyMatch(rule -> rule.id().equals(id))) {
            return id;
        }
        throw new QueryException("there is no rule '" + id + "'; allowed are " + Arrays.stream(Finding.Rule.values())
                .map(Finding.Rule::id).collect(Collectors.joining(", ")));
    }

    void metrics(Context context) {
        Parameters.of(context);
        context.contentType(Measurements.CONTENT_TYPE).result(measurements.scrape());
    }
}
