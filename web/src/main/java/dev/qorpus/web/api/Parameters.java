package dev.qorpus.web.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.javalin.http.Context;

import dev.qorpus.search.query.Query;
import dev.qorpus.search.query.QueryException;

/** The parameters of one request. Unknown, repeated and malformed ones are refused by name. */
final class Parameters {

    private static final String FILTER = "filter";

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Checks the names.
     *
     * @throws QueryException if a parameter is not among those allowed, or one but {@code filter} is repeated
     */
    static Parameters of(Context context, String... allowed) {
        Map<String, List<String>> values = context.queryParamMap();
        Set<String> known = new TreeSet<>(Arrays.asList(allowed));
        values.forEach((name, found) -> {
            if (!known.contains(name)) {
                throw new QueryException("parameter '" + name + "' is unknown; allowed are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
            // Javalin leaves out what it cannot decode.
            if (found.isEmpty() || found.stream().anyMatch(Objects::isNull)) {
                throw new QueryException("parameter '" + name + "' is malformed; encode it as UTF-8 in percent signs");
            }
            if (found.size() > 1 && !name.equals(FILTER)) {
                throw new QueryException(
                        "parameter '" + name + "' is given " + found.size() + " times; allowed is once");
            }
        });
        return new Parameters(values);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, List.of(otherwise)).getFirst();
    }

    int k() {
        return k(Integer.toString(Query.DEFAULT_K));
    }

    int k(String otherwise) {
        return Query.parseK(text("k", otherwise));
    }

    /** How many are passed over. */
    int offset() {
        String text = text("offset", "0");
        if (!text.matches("\\d{1,9}")) {
            throw new QueryException("offset is '" + text + "'; allowed are 0 to 999999999");
        }
        return Integer.parseInt(text);
    }

    /** Those wanted, or else the usual ones. */
    List<String> modes() {
        return Arrays.asList(text("modes", "lexical,dense,hybrid").split(",", -1));
    }

    boolean flag(String name) {
        return switch (text(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new QueryException(
                    name + " is '" + text(name, "") + "'; allowed are true and false");
        };
    }

    /** Filters as {@code FIELD=VALUE}, by field. */
    Map<String, List<String>> filters() {
        return Query.filters(values.getOrDefault(FILTER, List.of()));
    }
}
