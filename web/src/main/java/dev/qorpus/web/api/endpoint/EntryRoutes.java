package dev.qorpus.web.api.endpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.javalin.http.Context;

import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.corpus.images.CorpusImages;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Query;
import dev.qorpus.search.related.Related;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.EntryView;
import dev.qorpus.web.json.RelatedView;
import dev.qorpus.web.parameter.Parameter;

import static dev.qorpus.web.api.endpoint.QueryParameters.EXPLAIN;
import static dev.qorpus.web.api.endpoint.QueryParameters.HITS;
import static dev.qorpus.web.api.endpoint.QueryParameters.ID;

/** Routes of entries, related entries, and images. */
public final class EntryRoutes {

    /** The most entries of a section that are listed beside one. */
    private static final int SIBLINGS = 50;
    /** An image that is opened as a page, such as an SVG, can run and load nothing. */
    private static final String SANDBOX = "default-src 'none'; sandbox";

    private static final Parameter<String> PATH = Parameter.required("path",
            "The path of the file, below the corpus folder.",
            Map.of("type", "string"), text -> text);

    private static final Parameter<String> MATCHED = Parameter.text("q",
            "Mark the words of this question in the HTML of the answer.", Query.MAX_LENGTH);
    private static final Parameter<Span> PASSAGE = Parameter.range("passage",
            "Mark this part of the answer in its HTML, as START-END: the offsets of a hit's passage.");

    private EntryRoutes() {}

    public static List<Route> routes() {
        return List.of(
                // Before the entry, whose id may contain slashes.
                Route.get("related", "/api/entries/<id>/related", "The entries closest in meaning to an entry.")
                        .takes(ID, HITS, EXPLAIN).answers(Response.json(RelatedView.class))
                        .queued(EntryRoutes::related),
                Route.get("entry", "/api/entries/<id>", "One entry.").takes(ID, MATCHED, PASSAGE)
                        .answers(Response.json(EntryView.class)).queued(EntryRoutes::entry),
                Route.get("image", "/corpus/<path>", "An image from the corpus.").takes(PATH).anyQuery()
                        .answers(new Response<>("image/*", null, EntryRoutes::write)).queued(EntryRoutes::image));
    }

    private static EntryView entry(Search search, Request request) {
        EntryId id = request.get(ID);
        Entry entry = search.entry(id).orElseThrow(() -> unknown(id)).entry();
        String question = request.get(MATCHED);
        List<Span> words = question.isBlank() ? List.of() : search.highlights(question, entry.answer().text());
        return EntryView.of(entry, search.neighbourhood(entry, SIBLINGS), linked -> search.entry(linked).isPresent(),
                request.get(PASSAGE), words);
    }

    private static RelatedView related(Search search, Request request) {
        EntryId id = request.get(ID);
        return RelatedView.of(id.value(), new Related(search).of(id, request.get(HITS), request.get(EXPLAIN))
                .orElseThrow(() -> unknown(id)));
    }

    /** The problem of an entry that the index does not have. */
    static ProblemException unknown(EntryId id) {
        return ProblemException.notFound("there is no entry '" + id + "'; ids are those of /api/search");
    }

    private static CorpusImages.Image image(Search search, Request request) {
        CorpusImages images = new CorpusImages(search.manifest().corpus().stream().map(Path::of).toList());
        return images.image(request.get(PATH)).orElseThrow(() -> ProblemException.notFound(
                "there is no such image in the corpus; served are png, jpg, gif, webp, avif and svg of at most "
                        + (CorpusImages.LARGEST >> 20) + " MB"));
    }

    private static void write(Context context, CorpusImages.Image image) {
        context.contentType(image.type()).header("Cache-Control", "no-cache");
        context.header("Content-Security-Policy", SANDBOX);
        if (image.type().equals("image/svg+xml")) {
            context.header("Content-Disposition", "attachment");
        }
        context.result(image.bytes());
    }
}
