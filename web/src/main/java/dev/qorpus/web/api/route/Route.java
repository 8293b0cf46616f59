package dev.qorpus.web.api.route;

import java.lang.reflect.Type;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/**
 * One route, declared in one place:
 *
 * <pre>{@code
 * Route.get("suggest", "/api/suggest", "Completions of what is typed so far.").takes(BEGUN, K)
 *         .answers(Response.json(SuggestView.class)).queued(this::suggest)
 * }</pre>
 *
 * @param method of HTTP; a route for GET also answers HEAD
 * @param name unique; programs generated from the contract call the operation by it
 * @param path as Javalin reads it: <code>{name}</code> for one segment, {@code <name>} for several
 * @param summary for people, one sentence
 * @param parameters in the path and in the query; a request that has others is refused
 * @param media the media type of a good answer, as the contract names it
 * @param type the record that is sent as JSON; nothing of what is no JSON, or JSON of any form
 * @param handling what a request costs, and what answers it
 * @param traits what else holds for it
 */
public record Route(HandlerType method, String name, String path, String summary, List<Parameter<?>> parameters,
        String media, @Nullable Type type, Handling handling, Traits traits) {

    private static final Pattern SEVERAL = Pattern.compile("<(\\w+)>");

    /**
     * What else holds for a route.
     *
     * @param open whether it needs no token, where the server demands one
     * @param anyQuery whether what it does not know in the query is passed over, and not refused
     * @param ofPage whether it serves the page, and not programs: then the contract leaves it out
     * @param problems statuses of problems that not every route has
     */
    record Traits(boolean open, boolean anyQuery, boolean ofPage, List<Integer> problems) {}

    /** Begins to declare a route. */
    public static RouteBuilder get(String name, String path, String summary) {
        return new RouteBuilder(HandlerType.GET, name, path, summary);
    }

    /** Begins to declare a route to which forms are sent. */
    public static RouteBuilder post(String name, String path, String summary) {
        return new RouteBuilder(HandlerType.POST, name, path, summary);
    }

    /**
     * Checks the parameters of a request.
     *
     * @throws dev.qorpus.search.query.QueryException if one is not as it is declared
     */
    public Request read(Context context) {
        return Request.of(this, context);
    }

    /** The path with its parameters in braces, as OpenAPI writes it. */
    public String template() {
        return SEVERAL.matcher(path).replaceAll("{$1}");
    }

    /** Whether a parameter stands in the path. */
    public boolean isInPath(Parameter<?> parameter) {
        return template().contains("{" + parameter.name() + "}");
    }

    /** Whether it needs no token, where the server demands one. */
    public boolean isOpen() {
        return traits.open();
    }

    /** Whether what it does not know in the query is passed over, and not refused. */
    boolean takesAnyQuery() {
        return traits.anyQuery();
    }

    /** Whether it serves the page, and not programs: then the contract leaves it out. */
    public boolean isOfPage() {
        return traits.ofPage();
    }

    /** A pattern of the addresses that lead here, or to no route at all. */
    public Pattern addresses() {
        String pattern = path.replaceAll("\\{\\w+}", "[^/]+").replaceAll("<\\w+>", ".+");
        return Pattern.compile(pattern);
    }

    /** The statuses of the problems that a request may be answered with, but for those of a broken server. */
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
        if (!(handling instanceof Handling.Direct)) {
            statuses.add(503);
        }
        return statuses;
    }
}
