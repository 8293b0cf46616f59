package dev.qorpus.web.api.contract;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.qorpus.web.api.access.WriteCheck;
import dev.qorpus.web.api.problem.Problem;
import dev.qorpus.web.api.route.Route;
import dev.qorpus.web.json.Schemas;
import dev.qorpus.web.json.Version;
import dev.qorpus.web.parameter.Parameter;

/** Describes routes as an OpenAPI 3.1 document. */
public final class OpenApi {

    private static final String DESCRIPTION = "description";
    private static final String PROBLEM = "application/problem+json";

    private final Schemas schemas = new Schemas();
    private final List<Route> routes;

    /** @param routes the routes to describe */
    private OpenApi(List<Route> routes) {
        this.routes = routes;
    }

    /** The document, as maps and lists. Routes of the page are left out. */
    public static Map<String, Object> document(List<Route> routes) {
        return new OpenApi(routes.stream().filter(route -> !route.isOfPage()).toList()).document();
    }

    /**
     * The servers of the document: the one that sends it.
     *
     * @param prefix the path below which it is reached; empty for the root
     */
    public static List<Map<String, String>> servers(String prefix) {
        return List.of(Map.of("url", prefix.isEmpty() ? "/" : prefix, DESCRIPTION,
                "The server that sends this contract."));
    }

    private Map<String, Object> document() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        routes.forEach(route -> paths.computeIfAbsent(route.template(), path -> new TreeMap<>())
                .put(route.method().name().toLowerCase(Locale.ROOT), operation(route)));
        Map<String, Object> problems = new TreeMap<>();
        routes.forEach(route -> route.problems().forEach(status -> problems.put(name(status), problem(status))));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Qorpus", "version", Version.NAME, DESCRIPTION,
                "Hybrid semantic search over question-and-answer corpora. Only judgments and noted questions can be "
                        + "changed over HTTP, if the server was started for that.",
                "license",
                Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", servers(""));
        document.put("security", List.of(Map.of(), Map.of("token", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.named(), "responses", problems, "securitySchemes",
                Map.of("token", Map.of("type", "http", "scheme", "bearer", DESCRIPTION,
                        "What QORPUS_TOKEN says where the server runs, if it demands one."), "key",
                        Map.of("type", "apiKey", "in", "header", "name", WriteCheck.HEADER, DESCRIPTION,
                                "What GET /api/judgments tells, for requests that change something."))));
        return document;
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put("200", Map.of(DESCRIPTION, "Done.", "content", content(route)));
        route.problems().forEach(status -> responses.put(Integer.toString(status),
                Map.of("$ref", "#/components/responses/" + name(status))));
        responses.put("default", problem("What is wrong, and what is allowed (RFC 9457)."));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.name());
        operation.put("summary", route.summary());
        operation.put("parameters", route.parameters().stream().map(each -> parameter(route, each)).toList());
        operation.put("responses", responses);
        if (route.isOpen()) {
            operation.put("security", List.of());
        }
        Type body = route.body();
        if (body != null) {
            operation.put("security", List.of(Map.of("key", List.of()), Map.of("token", List.of())));
            operation.put("requestBody", Map.of("required", true, "content",
                    Map.of("application/json", Map.of("schema", schemas.of(body)))));
        }
        return operation;
    }

    private static Map<String, Object> parameter(Route route, Parameter<?> parameter) {
        return Map.of("name", parameter.name(), "in", route.isInPath(parameter) ? "path" : "query", DESCRIPTION,
                parameter.description(), "required", parameter.required(), "schema", parameter.schema());
    }

    private Map<String, Object> content(Route route) {
        Map<String, Object> any = route.media().equals("application/json") ? Map.of("type", "object") : Map.of();
        return Map.of(route.media(), Map.of("schema", route.type() == null ? any : schemas.of(route.type())));
    }

    private Map<String, Object> problem(int status) {
        return problem(Problem.title(status) + ".");
    }

    private Map<String, Object> problem(String description) {
        return Map.of(DESCRIPTION, description, "content",
                Map.of(PROBLEM, Map.of("schema", schemas.of(Problem.class))));
    }

    /** A reference to a problem response. */
    private static String name(int status) {
        return Problem.title(status).replace(" ", "");
    }
}
