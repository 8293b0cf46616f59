package dev.qorpus.web.api;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.qorpus.search.compare.Compare;
import dev.qorpus.search.query.Query;
import dev.qorpus.web.json.ComparisonView;
import dev.qorpus.web.json.EntryView;
import dev.qorpus.web.json.Json;
import dev.qorpus.web.json.MapView;
import dev.qorpus.web.json.RelatedView;
import dev.qorpus.web.json.ResultsView;
import dev.qorpus.web.json.Schemas;
import dev.qorpus.web.json.SuggestView;
import dev.qorpus.web.json.TopicsView;
import dev.qorpus.web.json.Version;
import dev.qorpus.web.json.WordsView;
import dev.qorpus.web.json.evaluation.JudgedView;
import dev.qorpus.web.json.state.FindingsView;
import dev.qorpus.web.json.state.HealthView;
import dev.qorpus.web.json.state.StatusView;

/** The contract of the server for programs, as OpenAPI 3.1. */
final class OpenApi {

    private static final String OBJECT = "application/json";
    private static final Parameter QUESTION = Parameter.of("q", "The question, in the asker's words.",
            Map.of("type", "string", "minLength", 1, "maxLength", Query.MAX_LENGTH)).asRequired();
    private static final Parameter HITS = whole("k", "How many at most.", 1, Query.MAX_K, Query.DEFAULT_K);
    private static final Parameter FILTER = Parameter.of("filter",
            "Only entries with that value, as FIELD=VALUE; of several of one field, one is enough.",
            Map.of("type", "array", "items", Map.of("type", "string"), "maxItems", Query.MAX_FILTERS));
    private static final Parameter EXPLAIN = flag("explain", "Whether hits say how their score came about.");
    private static final Parameter ID = Parameter.of("id", "Of an entry, as hits name it.", Map.of("type", "string"))
            .asRequired();

    private final Schemas schemas = new Schemas();
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final byte[] bytes;

    /** A parameter in the query, or in the path. */
    private record Parameter(String name, String description, Map<String, Object> schema, boolean required) {

        static Parameter of(String name, String description, Map<String, Object> schema) {
            return new Parameter(name, description, schema, false);
        }

        Parameter asRequired() {
            return new Parameter(name, description, schema, true);
        }

        Map<String, Object> in(String path) {
            boolean inPath = path.contains("{" + name + "}");
            return Map.of("name", name, "in", inPath ? "path" : "query", "description", description, "required",
                    required, "schema", schema);
        }
    }

    OpenApi() {
        questions();
        corpus();
        pages();
        program();
        bytes = Json.sorted(document());
    }

    void answer(Context context) {
        Parameters.of(context);
        context.contentType(OBJECT).result(bytes);
    }

    private void questions() {
        path("/api/search", "Entries that answer a question, best first.", ResultsView.class, QUESTION,
                Parameter.of("mode", "How to search: hybrid, lexical, dense, or any mode that /api/status names.",
                        Map.of("type", "string", "default", "hybrid")),
                HITS, FILTER, EXPLAIN, flag("facets", "Whether to count the values that could be filtered by."));
        path("/api/suggest", "Completions of what is typed so far.", SuggestView.class,
                Parameter.of("q", "What is typed so far.", Map.of("type", "string", "maxLength", Query.MAX_LENGTH)),
                HITS);
        path("/api/compare", "One question in several modes, side by side.", ComparisonView.class, QUESTION,
                modes(2), HITS, FILTER);
        path("/api/compare/words", "The nearest words of an entry, for each word of a question.", WordsView.class,
                QUESTION, ID);
    }

    private void corpus() {
        path("/api/entries/{id}", "One entry.", EntryView.class, ID);
        path("/api/entries/{id}/related", "The entries nearest to one.", RelatedView.class, ID, HITS, EXPLAIN);
        path("/api/topics", "What the corpus is about.", TopicsView.class);
        path("/api/map", "Where all entries lie on the map.", MapView.class);
        Parameter any = Parameter.of("offset", "How many to pass over.", Map.of("type", "integer", "minimum", 0));
        path("/api/findings", "What is worth mending in the corpus.", FindingsView.class,
                text("rule", "Only those of that rule."), text("file", "Only those in that file."),
                text("entry", "Only those about that entry."), any,
                whole("k", "How many at most.", 1, Query.MAX_K, 100));
        add("/corpus/{path}", "An image of the corpus.", "image/*", null,
                Parameter.of("path", "Below the corpus folder.", Map.of("type", "string")).asRequired());
    }

    private void pages() {
        Parameter of = text("of", "Name of a folder of judged questions; the first one if none is named.");
        path("/api/evaluation", "How good modes are on judged questions; measured when first asked for.",
                JudgedView.class, of, modes(1));
        page("/export/evaluation.html", "The same, as a page of one file; 503 until it is measured.", of, modes(1));
        page("/export/comparison.html", "What /api/compare tells, as a page of one file.", QUESTION, modes(2), HITS,
                FILTER);
        page("/export/topics.html",
                "What /api/topics and /api/map tell, as a page of one file; 503 until it is known.");
    }

    private void page(String path, String summary, Parameter... parameters) {
        add(path, summary, "text/html", null, parameters);
    }

    private void program() {
        path("/api/status", "What is served.", StatusView.class);
        path("/health", "That the server runs, and what is wrong with it.", HealthView.class);
        paths.put("/health/live",
                get("Whether the process runs.", content(OBJECT, Map.of("type", "object", "properties",
                        Map.of("status", Map.of("const", "up")), "required", List.of("status")))));
        path("/health/ready", "Whether questions are answered; 503 if none can be.", HealthView.class);
        add("/metrics", "What is measured, in Prometheus's text format.", "text/plain", null);
        paths.put("/openapi.json", get("This contract.", content(OBJECT, Map.of("type", "object"))));
    }

    private void path(String path, String summary, Type answer, Parameter... parameters) {
        add(path, summary, OBJECT, answer, parameters);
    }

    private void add(String path, String summary, String media, @Nullable Type answer, Parameter... parameters) {
        Map<String, Object> schema = answer == null ? Map.of() : schemas.of(answer);
        paths.put(path, get(summary, content(media, schema), Arrays.stream(parameters).map(each -> each.in(path))
                .toArray(Object[]::new)));
    }

    private static Map<String, Object> get(String summary, Map<String, Object> content, Object... parameters) {
        return Map.of("get", Map.of("summary", summary, "parameters", List.of(parameters), "responses",
                Map.of("200", Map.of("description", "Done.", "content", content), "default",
                        Map.of("description", "What is wrong, and what is allowed (RFC 9457).", "content",
                                content("application/problem+json", Map.of("$ref", "#/components/schemas/Problem"))))));
    }

    private static Map<String, Object> content(String media, Map<String, Object> schema) {
        return Map.of(media, Map.of("schema", schema));
    }

    private Map<String, Object> document() {
        schemas.of(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Qorpus", "version", Version.NAME, "description",
                "Hybrid semantic search over question-and-answer corpora. Nothing can be changed over HTTP.", "license",
                Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("security", List.of(Map.of(), Map.of("token", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.named(), "securitySchemes",
                Map.of("token", Map.of("type", "http", "scheme", "bearer", "description",
                        "What QORPUS_TOKEN says where the server runs, if it demands one."))));
        return document;
    }

    private static Parameter modes(int least) {
        return Parameter.of("modes", "Names with commas between them, " + least + " to " + Compare.MAX_MODES + ".",
                Map.of("type", "string", "default", "lexical,dense,hybrid"));
    }

    private static Parameter whole(String name, String description, int least, int most, int otherwise) {
        return Parameter.of(name, description,
                Map.of("type", "integer", "minimum", least, "maximum", most, "default", otherwise));
    }

    private static Parameter flag(String name, String description) {
        return Parameter.of(name, description, Map.of("type", "boolean", "default", false));
    }

    private static Parameter text(String name, String description) {
        return Parameter.of(name, description, Map.of("type", "string"));
    }
}
