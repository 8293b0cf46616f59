package dev.qorpus.web.api.endpoint;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.CorpusException;
import dev.qorpus.search.Search;
import dev.qorpus.search.query.Mode;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.api.access.WriteCheck;
import dev.qorpus.web.api.problem.ProblemException;
import dev.qorpus.web.api.route.Request;
import dev.qorpus.web.api.route.Response;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.judge.AskedBody;
import dev.qorpus.web.json.judge.AskedView;
import dev.qorpus.web.json.judge.ForgetBody;
import dev.qorpus.web.json.judge.UnansweredView;
import dev.qorpus.web.serve.judge.UnansweredQuestions;

/**
 * Routes of questions that got no likely answer. They note something only if the server was started for it.
 *
 * @param unanswered the questions; null if none are noted
 * @param writes checks who writes
 */
public record UnansweredRoutes(@Nullable UnansweredQuestions unanswered, WriteCheck writes) {

    private static final String OPTION = "serve --note-unanswered";
    private static final String PATH = "/api/unanswered";

    public List<Route> routes() {
        var guard = writes.guard(unanswered != null, OPTION);
        return List.of(
                Route.get("unanswered", PATH, "The questions that got no likely answer, the most frequent first.")
                        .fails(503).answers(view()).direct(request -> all()),
                Route.post("noteAsked", PATH,
                        "Says that a question was asked. It is noted if nothing is likely to answer it.")
                        .changes(AskedBody.class, guard).answers(Response.json(AskedView.class).uncached())
                        .queued(this::asked),
                Route.post("forgetUnanswered", PATH + "/forget", "Forgets one of these questions, or all.")
                        .changes(ForgetBody.class, guard).fails(503)
                        .answers(Response.json(UnansweredView.class).uncached()).direct(this::forget));
    }

    /** A page of another origin may search, but does not learn what others asked. */
    private Response<UnansweredView> view() {
        String json = "application/json";
        return new Response<UnansweredView>(json, UnansweredView.class, (context, view) -> context.contentType(json)
                .result(Json.bytes(writes.keyFor(context).isPresent() ? view : UnansweredView.NONE))).uncached();
    }

    private UnansweredView all() {
        try {
            return UnansweredView.of(unanswered);
        } catch (CorpusException e) {
            throw JudgmentRoutes.failed(e);
        }
    }

    /** Asked here again, so that a client cannot list any question. One that has an answer by now is forgotten. */
    private AskedView asked(Search search, Request request) {
        String question = request.body(AskedBody.class).q();
        Query query = Query.of(question, Mode.HYBRID);
        query.check();
        boolean answered = search.search(query).answered();
        try {
            if (answered) {
                noted().forget(question);
            } else if (!search.isWordsOnly()) {
                noted().note(question, Instant.now());
            }
        } catch (CorpusException e) {
            throw JudgmentRoutes.failed(e);
        }
        return new AskedView(answered);
    }

    private UnansweredView forget(Request request) {
        String question = request.body(ForgetBody.class).q();
        try {
            if (question == null) {
                noted().forgetAll();
            } else {
                noted().forget(question);
            }
        } catch (CorpusException e) {
            throw JudgmentRoutes.failed(e);
        }
        return all();
    }

    private UnansweredQuestions noted() {
        UnansweredQuestions questions = unanswered;
        if (questions == null) {
            throw ProblemException.notFound("no questions are noted here; start the server with " + OPTION);
        }
        return questions;
    }
}
