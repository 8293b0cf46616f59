package dev.qorpus.web.api.route;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.Search;

/** A route that is being declared. */
public final class RouteBuilder {

    private final HandlerType method;
    private final String name;
    private final String path;
    private final String summary;
    private List<Parameter<?>> parameters = List.of();
    private List<Integer> problems = List.of();
    private boolean open;
    private boolean anyQuery;
    private boolean ofPage;

    RouteBuilder(HandlerType method, String name, String path, String summary) {
        this.method = method;
        this.name = name;
        this.path = path;
        this.summary = summary;
    }

    /** Takes these parameters, and no others. */
    public RouteBuilder takes(Parameter<?>... allowed) {
        parameters = List.of(allowed);
        return this;
    }

    /** Needs no token. */
    public RouteBuilder open() {
        open = true;
        return this;
    }

    /** Passes over what it does not know in the query. */
    public RouteBuilder anyQuery() {
        anyQuery = true;
        return this;
    }

    /** Serves the page, whose addresses have any query, and not programs: the contract leaves it out. */
    public RouteBuilder ofPage() {
        anyQuery = true;
        ofPage = true;
        return this;
    }

    /** May be answered with problems of these statuses. */
    public RouteBuilder fails(Integer... statuses) {
        problems = Arrays.asList(statuses);
        return this;
    }

    /** Answers in this form. */
    public <T> Answered<T> answers(Response<T> response) {
        return new Answered<>(this, response);
    }

    /** Writes an answer of this media type by itself, at once. */
    public Route writes(String media, Handling.Task task) {
        return built(media, null, new Handling.Direct(task));
    }

    private Route built(String media, @Nullable Type type, Handling handling) {
        return new Route(method, name, path, summary, parameters, media, type, handling,
                new Route.Traits(open, anyQuery, ofPage, problems));
    }

    /**
     * A route whose answer has a form.
     *
     * @param <T> what the answer is made of
     */
    public record Answered<T>(RouteBuilder route, Response<T> response) {

        /** Answers at once, without the index. */
        public Route direct(Function<Request, T> answer) {
            return built(new Handling.Direct(
                    (request, context) -> response.writer().write(context, answer.apply(request))));
        }

        /** Answers at once, from the published state. */
        public Route ofIndex(BiFunction<Search, Request, T> answer) {
            return built(new Handling.OfIndex((search, request, context) -> response.writer().write(context,
                    answer.apply(search, request))));
        }

        /** Works on the published state, when it is its turn. */
        public Route queued(BiFunction<Search, Request, T> answer) {
            return built(new Handling.Queued((search, request, context) -> response.writer().write(context,
                    answer.apply(search, request))));
        }

        private Route built(Handling handling) {
            return route.built(response.media(), response.type(), handling);
        }
    }
}
