package dev.qorpus.web.api.route;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.Search;
import dev.qorpus.web.parameter.Parameter;

/** Builds the declaration of a route. */
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
    private Route.@Nullable Change change;

    RouteBuilder(HandlerType method, String name, String path, String summary) {
        this.method = method;
        this.name = name;
        this.path = path;
        this.summary = summary;
    }

    /** Sets the allowed parameters. */
    public RouteBuilder takes(Parameter<?>... allowed) {
        parameters = List.of(allowed);
        return this;
    }

    /** Makes the route need no token. */
    public RouteBuilder open() {
        open = true;
        return this;
    }

    /** Makes the route ignore unknown query parameters. */
    public RouteBuilder anyQuery() {
        anyQuery = true;
        return this;
    }

    /**
     * Marks a route of the page, or of another protocol: it ignores unknown query parameters, and the contract leaves it
     * out.
     */
    public RouteBuilder ofPage() {
        anyQuery = true;
        ofPage = true;
        return this;
    }

    /**
     * Makes the route one that changes something, which a JSON body says.
     *
     * @param body the record that the body holds; {@link Request#body} returns it
     * @param guard throws if the client may not change anything
     */
    public RouteBuilder changes(Class<? extends Record> body, Consumer<Context> guard) {
        change = new Route.Change(body, guard);
        return this;
    }

    /**
     * Makes the route read a JSON body, and change nothing.
     *
     * @param body the record that the body holds; {@link Request#body} returns it
     */
    public RouteBuilder reads(Class<? extends Record> body) {
        return changes(body, context -> {});
    }

    /** Adds statuses of problems that are special to this route. */
    public RouteBuilder fails(Integer... statuses) {
        problems = Arrays.asList(statuses);
        return this;
    }

    /** Sets the form of the response. */
    public <T> Answered<T> answers(Response<T> response) {
        return new Answered<>(this, response);
    }

    /** Completes a route whose handler writes the response itself, at once. */
    public Route writes(String media, Handling.Task task) {
        return built(media, null, new Handling.Direct(task));
    }

    /** Completes a route of another protocol, whose handler writes the response itself, after admission. */
    public Route queues(String media, Handling.IndexTask task) {
        return built(media, null, new Handling.Queued(task));
    }

    private Route built(String media, @Nullable Type type, Handling handling) {
        return new Route(method, name, path, summary, parameters, media, type, handling,
                new Route.Traits(open, anyQuery, ofPage, problems, change));
    }

    /**
     * A route with a form of response, but no handler yet.
     *
     * @param <T> the result of the handler
     */
    public record Answered<T>(RouteBuilder route, Response<T> response) {

        /** Completes a route that runs at once, without the index. */
        public Route direct(Function<Request, T> answer) {
            return built(new Handling.Direct(
                    (request, context) -> response.writer().write(context, answer.apply(request))));
        }

        /** Completes a route that runs at once, on the published state. */
        public Route ofIndex(BiFunction<Search, Request, T> answer) {
            return built(new Handling.OfIndex((search, request, context) -> response.writer().write(context,
                    answer.apply(search, request))));
        }

        /** Completes a route that runs on the published state, after admission. */
        public Route queued(BiFunction<Search, Request, T> answer) {
            return built(new Handling.Queued((search, request, context) -> response.writer().write(context,
                    answer.apply(search, request))));
        }

        private Route built(Handling handling) {
            return route.built(response.media(), response.type(), handling);
        }
    }
}
