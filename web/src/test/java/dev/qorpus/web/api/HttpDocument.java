package dev.qorpus.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.qorpus.web.api.access.WriteCheck;
import dev.qorpus.web.api.problem.Problem;
import dev.qorpus.web.api.route.Handling;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Schemas;
import dev.qorpus.web.parameter.Parameter;

/** Writes the documentation of routes, from what they declare. */
final class HttpDocument {

    private static final String HEAD = """
            # HTTP

            This page is generated from the routes that the server declares. `HttpDocumentTest` fails when it is out of
            date, and says how to write it again.

            `GET` reads. Every `GET` route also answers `HEAD`. `POST` changes something, and is refused unless the
            server was started for it ([judging](judging.md)). Answers are JSON in UTF-8, unless the route says
            otherwise. Offsets in texts count UTF-16 code units. `/openapi.json` says the same as this page, for
            programs (OpenAPI 3.1).

            If the server has a token (`QORPUS_TOKEN`), send it as `Authorization: Bearer TOKEN`. *Open* routes need
            none. Requests to *queued* routes wait until the server has a place for them. The others are answered at
            once.

            ## Problems

            A problem is `application/problem+json` (RFC 9457). Its `detail` says what was found and what is allowed.

            | Status | Means |
            |---|---|
            """;
    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.of(
            400, "a parameter is unknown, repeated, malformed or out of bounds; `detail` names it",
            401, "the token is missing or wrong",
            403, "a page of another site asked; or a request that changes something lacks the key, or is not allowed",
            404, "there is no such entry or file",
            409, "the judgment was changed since",
            413, "the body is too long",
            415, "the body is not of the type that the route takes",
            421, "the `Host` header names another machine",
            429, "too many wrong tokens; `Retry-After` says how many seconds to wait",
            503,
            "the server is busy, the index is away, or the answer is not computed yet; `Retry-After`, if it is there, "
                    + "says how many seconds to wait"));

    private final StringBuilder text = new StringBuilder(HEAD);
    private final Schemas schemas = new Schemas();

    private HttpDocument() {}

    /** The documentation, in Markdown. */
    static String of(List<Route> routes) {
        HttpDocument document = new HttpDocument();
        document.problems(routes);
        document.text.append("\n## Routes\n");
        routes.stream().filter(route -> !route.isOfPage()).forEach(document::route);
        document.pages(routes.stream().filter(Route::isOfPage).toList());
        document.objects();
        return document.text.toString();
    }

    private void problems(List<Route> routes) {
        TreeSet<Integer> statuses = new TreeSet<>();
        routes.forEach(route -> statuses.addAll(route.problems()));
        statuses.forEach(status -> text.append("| %d %s | %s |%n".formatted(status, Problem.title(status),
                MEANINGS.getOrDefault(status, "see the route"))));
    }

    private void route(Route route) {
        text.append("\n### `%s %s`\n\n%s\n".formatted(route.method(), route.template(), route.summary()));
        if (!route.parameters().isEmpty()) {
            text.append("\n| Parameter | Values | Default | Meaning |\n|---|---|---|---|\n");
            route.parameters().forEach(this::parameter);
        }
        if (route.body() != null) {
            text.append("\nBody: ").append(type(schemas.of(route.body()))).append(", as `application/json`, with `")
                    .append(WriteCheck.HEADER).append("`.\n");
        }
        text.append("\nAnswer: ").append(answer(route)).append(". ").append(load(route.handling()))
                .append(route.isOpen() ? " Open." : "").append(" Problems: ")
                .append(route.problems().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .append(".\n");
    }

    private void parameter(Parameter<?> parameter) {
        Object otherwise = parameter.schema().get("default");
        text.append("| `%s` | %s | %s | %s |\n".formatted(parameter.name(), values(parameter.schema()),
                otherwise != null ? "`" + otherwise + "`" : parameter.required() ? "required" : "",
                parameter.description()));
    }

    private static String values(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> words) {
            return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "boolean" -> "`true`, `false`";
            case "integer" -> schema.get("minimum") + " to " + schema.get("maximum");
            case "array" -> "text; repeat it for more, up to " + schema.get("maxItems");
            default ->
                schema.containsKey("maxLength") ? "text of up to " + schema.get("maxLength") + " characters" : "text";
        };
    }

    private String answer(Route route) {
        if (route.type() == null) {
            return "`" + route.media() + "`";
        }
        return type(schemas.of(route.type()));
    }

    private static String load(Handling handling) {
        return switch (handling) {
            case Handling.Direct direct -> "At once, even without an index.";
            case Handling.OfIndex ofIndex -> "At once.";
            case Handling.Queued queued -> "Queued.";
        };
    }

    private void pages(List<Route> routes) {
        text.append("""

                ## Routes of the page, and for agents

                These serve browsers and may change at any time. `/mcp` is what [agents](agents.md) speak to.

                | Route | Serves |
                |---|---|
                """);
        routes.forEach(route -> text.append("| `%s %s`%s | %s |\n".formatted(route.method(), route.template(),
                route.isOpen() ? ", open" : "", route.summary())));
    }

    private void objects() {
        text.append("\n## Objects\n\nA field marked `?` may be missing. Objects have no other fields.\n");
        schemas.named().forEach((name, schema) -> {
            text.append("\n### ").append(name).append("\n\n");
            Map<?, ?> object = (Map<?, ?>) schema;
            List<?> required = (List<?>) Objects.requireNonNull(object.get("required"));
            Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(object.get("properties"));
            List<String> fields = new ArrayList<>();
            properties.forEach((field, type) -> fields.add("`%s`%s %s".formatted(field,
                    required.contains(field) ? "" : "?", type((Map<?, ?>) type))));
            text.append(String.join(" · ", fields)).append('\n');
        });
    }

    private static String type(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
        }
        if (schema.get("enum") instanceof List<?> words) {
            return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return "list of " + type(items);
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            return "map to " + type(values);
        }
        return String.valueOf(schema.get("type"));
    }
}
