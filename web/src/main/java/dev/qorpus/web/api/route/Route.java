package dev.qorpus.web.api.route;

import java.lang.reflect.Type;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

import dev.qorpus.web.parameter.Parameter;

/**
 * The declaration of one route:
 *
 * <pre>{@code
 * Route.get("suggest", "/api/suggest", "Completions of the text typed so far.").takes(BEGUN, K)
 *         .answers(Response.json(SuggestView.class)).queued(this::suggest)
 * }</pre>
 *
 * @param method of HTTP; a route for GET also answers HEAD
 * @param name unique; programs generated from the contract call the operation by it
 * @param path as Javalin reads it: <code>{name}</code> for one segment, {@code <name>} for several
 * @param summary for people, one sentence
 * @param parameters in the path and in the query; a request with others is refused
 * @param media the media type of a successful response, as in the contract
 * @param type the record that is sent as JSON; null if it is not JSON, or JSON without a schema
 * @param handling how a request is run
 * @param traits further properties
 */
public record Route(HandlerType method, String name, String path, String summary, List<Parameter<?>> parameters,
        String media, @Nullable Type type, Handling handling, Traits traits) {

    private static final Pattern SEVERAL = Pattern.compile("<(\\w+)>");

    /**
     * Further properties of a route.
     *
     * @param open whether it needs no token, even if the server has one
     * @param anyQuery whether unknown query parameters are ignored instead of refused
     * @param ofPage whether it serves the page or another protocol; the contract describes only routes for programs
     * @param problems statuses of the problems that are special to it
     * @param change what it changes; null if it only reads
     */
    record Traits(boolean open, boolean anyQuery, boolean ofPage, List<Integer> problems, @Nullable Change change) {}

    /**
     * A change that is requested by JSON.
     *
     * @param body the record that the body holds
     * @param guard throws if the client may not change anything
     */
    record Change(Class<? extends Record> body, Consumer<Context> guard) {}

    /** Starts the declaration of a GET route. */
    public static RouteBuilder get(String name, String path, String summary) {
        return new RouteBuilder(HandlerType.GET, name, path, summary);
    }

    /** Starts the declaration of a POST route: a change, a form, or another protocol. */
    public static RouteBuilder post(String name, String path, String summary) {
        return new RouteBuilder(HandlerType.POST, name, path, summary);
    }

    /**
     * Checks the parameters of a request.
     *
     * @throws dev.qorpus.search.query.QueryException if one is not as declared
     */
    public Request read(Context context) {
        return Request.of(this, context);
    }

    /** The path with its parameters in braces, as OpenAPI writes it. */
    public String template() {
        return SEVERAL.matcher(path).replaceAll("{$1}");
    }

    /** Whether a parameter is in the path. */
    public boolean isInPath(Parameter<?> parameter) {
        return template().contains("{" + parameter.name() + "}");
    }

    /** Whether it needs no token, even if the server has one. */
    public boolean isOpen() {
        return traits.open();
    }

    /** Whether unknown query parameters are ignored instead of refused. */
    boolean takesAnyQuery() {
        return traits.anyQuery();
    }

    /** Whether it serves the page. The contract describes only routes for programs. */
    public boolean isOfPage() {
        return traits.ofPage();
    }

    /** The record that a request's body holds; null if it has no body, or another one than JSON. */
    public @Nullable Type body() {
        Change change = traits.change();
        return change == null ? null : change.body();
    }

    /** What it changes; null if it only reads. */
    @Nullable
    Change change() {
        return traits.change();
    }

    /** A pattern of the addresses of this route. */
    public Pattern addresses() {
        String pattern = path.replaceAll("\\{\\w+}", "[^/]+").replaceAll("<\\w+>", ".+");
        return Pattern.compile(pattern);
    }

    /** The statuses of all problems that a response may have, except 500. */
    public SortedSet<Integer> problems() {
        SortedSet<Integer> statuses = new TreeSet<>(traits.problems());
        statuses.add(403);
        statuses.add(421);
        if (!traits.anyQuery()) {
            statuses.add(400);
        }
        if (!traits.open()) {
            statuses.add(401);
            statuses.add(429);
        }
        if (parameters.stream().anyMatch(this::isInPath)) {
            statuses.add(404);
        }
        if (traits.change() != null) {
            statuses.addAll(List.of(413, 415));
        }
        if (!(handling instanceof Handling.Direct)) {
            statuses.add(503);
        }
        return statuses;
    }
}
