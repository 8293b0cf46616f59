package dev.qorpus.web.api;

import java.util.List;
import java.util.Map;

import io.javalin.http.Context;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.search.Search;
import dev.qorpus.search.backend.evidence.StoredEntry;
import dev.qorpus.search.browse.Completion;
import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;
import dev.qorpus.search.related.Related;
import dev.qorpus.search.result.Results;
import dev.qorpus.web.json.ComparisonView;
import dev.qorpus.web.json.EntryView;
import dev.qorpus.web.json.RelatedView;
import dev.qorpus.web.json.SuggestView;
import dev.qorpus.web.json.WordsView;
import dev.qorpus.web.page.ComparisonPage;

/** The endpoints: each reads its parameters, asks, and writes one object. */
record Handlers(Search search) {

    /** More of a section than this nobody reads beside one entry. */
    private static final int SIBLINGS = 50;

    void suggest(Context context) {
        Parameters parameters = Parameters.of(context, "q", "k");
        long began = System.nanoTime();
        String begun = parameters.text("q", "");
        if (begun.length() > Query.MAX_LENGTH) {
            throw new QueryException("q has " + begun.length() + " characters; at most " + Query.MAX_LENGTH
                    + " are allowed");
        }
        List<Completion> completions = search.complete(begun, parameters.k());
        Reply.json(context, SuggestView.of(begun, System.nanoTime() - began, completions));
    }

    void entry(Context context) {
        Parameters.of(context);
        EntryId id = id(context);
        Entry entry = search.entry(id).orElseThrow(() -> new UnknownEntryException(id)).entry();
        Reply.json(context, EntryView.of(entry, search.neighbourhood(entry, SIBLINGS),
                linked -> search.entry(linked).isPresent()));
    }

    void related(Context context) {
        Parameters parameters = Parameters.of(context, "k", "explain");
        EntryId id = id(context);
        int k = parameters.k();
        Results results = new Related(search).of(id, k, parameters.flag("explain"))
                .orElseThrow(() -> new UnknownEntryException(id));
        Reply.json(context, RelatedView.of(id.value(), results));
    }

    void compare(Context context) {
        Reply.json(context, comparison(context));
    }

    void comparisonPage(Context context) {
        Reply.download(context, "comparison.html", ComparisonPage.html(comparison(context)));
    }

    private ComparisonView comparison(Context context) {
        Parameters parameters = Parameters.of(context, "q", "modes", "k", "filter");
        Query query = new Query(parameters.text("q", ""), Mode.HYBRID, parameters.k(), parameters.filters(), true);
        return ComparisonView.of(new Compare(search).run(query, parameters.modes()));
    }

    void words(Context context) {
        Parameters parameters = Parameters.of(context, "q", "id");
        EntryId id = new EntryId(parameters.text("id", ""));
        Query query = new Query(parameters.text("q", ""), Mode.HYBRID, 1, Map.of(), false);
        query.check();
        StoredEntry entry = search.entry(id).orElseThrow(() -> new UnknownEntryException(id));
        Reply.json(context, WordsView.of(query.text(), id.value(), new Compare(search).words(query.text(), entry)));
    }

    private static EntryId id(Context context) {
        return new EntryId(context.pathParam("id"));
    }
}
