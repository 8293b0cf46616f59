package dev.qorpus.web.api.route;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.query.QueryException;
import dev.qorpus.web.parameter.Parameter;

/** The checked parameter values of a request. */
public final class Request {

    private final IdentityHashMap<Parameter<?>, Object> values = new IdentityHashMap<>();
    private @Nullable Record body;

    private Request() {}

    /**
     * Reads the parameters of a request.
     *
     * @throws QueryException if one is unknown, malformed, repeated, or has a value that is not allowed; or the body is
     *     not as declared
     */
    static Request of(Route route, Context context) {
        Route.Change change = route.change();
        if (change != null) {
            // Before anything else: who may not change anything learns nothing.
            change.guard().accept(context);
        }
        Map<String, List<String>> query = context.queryParamMap();
        if (!route.takesAnyQuery()) {
            query.forEach((name, given) -> check(route, name, given));
        }
        Request request = new Request();
        for (Parameter<?> parameter : route.parameters()) {
            List<String> given = route.isInPath(parameter)
                    ? List.of(context.pathParam(parameter.name()))
                    : query.getOrDefault(parameter.name(), List.of());
            request.values.put(parameter, parameter.reader().read(given));
        }
        if (change != null) {
            request.body = JsonBody.read(context, change.body());
        }
        return request;
    }

    private static void check(Route route, String name, List<String> given) {
        Parameter<?> parameter = route.parameters().stream()
                .filter(each -> each.name().equals(name) && !route.isInPath(each)).findFirst().orElse(null);
        if (parameter == null) {
            throw new QueryException("parameter '" + name + "' is unknown; allowed are " + allowed(route));
        }
        // Javalin leaves out values that it cannot decode.
        if (given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
            throw new QueryException("parameter '" + name + "' is malformed; encode it as UTF-8 in percent signs");
        }
        if (given.size() > 1 && !parameter.isRepeated()) {
            throw new QueryException("parameter '" + name + "' is given " + given.size() + " times; allowed is once");
        }
    }

    private static String allowed(Route route) {
        TreeSet<String> names = new TreeSet<>();
        route.parameters().stream().filter(each -> !route.isInPath(each)).forEach(each -> names.add(each.name()));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /**
     * The value of a parameter, or its default.
     *
     * @throws IllegalStateException if the route does not declare it
     */
    @SuppressWarnings("unchecked") // The parameter's own reader made the value.
    public <T> T get(Parameter<T> parameter) {
        @Nullable
        T value = (T) values.get(parameter);
        if (value == null) {
            throw new IllegalStateException("the route does not declare its parameter " + parameter.name());
        }
        return value;
    }

    /**
     * The body.
     *
     * @throws ClassCastException if the route declares another one
     */
    public <B extends Record> B body(Class<B> type) {
        Record found = body;
        if (found == null) {
            throw new IllegalStateException("the route declares no body");
        }
        return type.cast(found);
    }
}
