package dev.qorpus.web.mcp.stdio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.json.Json;
import dev.qorpus.web.mcp.Era;

/** Passes messages on to a running server. Once that is gone, this process opens the index itself. */
public final class RemoteHandler implements LineHandler, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INTERNAL_ERROR = -32_603;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final URI endpoint;
    private final @Nullable String token;
    private final Supplier<LineHandler> otherwise;
    private @Nullable LineHandler own;

    /**
     * @param server its address
     * @param token that it demands; null if it demands none
     * @param otherwise opens the index
     */
    public RemoteHandler(URI server, @Nullable String token, Supplier<LineHandler> otherwise) {
        this.endpoint = server.resolve("/mcp");
        this.token = token;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<String> answer(Era era, String line) throws InterruptedException {
        LineHandler opened = opened();
        if (opened != null) {
            return opened.answer(era, line);
        }
        JsonNode message = tree(line);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).timeout(PATIENCE)
                .header("Content-Type", "application/json").header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(line));
        headers(era, message).forEach(request::header);
        try {
            return read(http.send(request.build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)), message);
        } catch (IOException e) {
            return open().answer(era, line);
        }
    }

    private Map<String, String> headers(Era era, JsonNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (era == Era.MODERN) {
            JsonNode parameters = message.path("params");
            String method = message.path("method").asString("");
            headers.put("MCP-Protocol-Version", encoded(Era.version(message)));
            headers.put("Mcp-Method", encoded(method));
            String name = switch (method) {
                case "tools/call", "prompts/get" -> parameters.path("name").asString("");
                case "resources/read" -> parameters.path("uri").asString("");
                default -> "";
            };
            if (!name.isEmpty()) {
                headers.put("Mcp-Name", encoded(name));
            }
        }
        return headers;
    }

    /** A text as the value of a header: as it is, or in Base64 if it has other characters than those of headers. */
    private static String encoded(String text) {
        boolean plain = text.chars().allMatch(character -> character >= ' ' && character <= '~')
                && text.equals(text.strip()) && !text.startsWith("=?base64?");
        return plain
                ? text
                : "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                        + "?=";
    }

    private static Optional<String> read(HttpResponse<String> response, JsonNode message) {
        if (response.body().isEmpty()) {
            return Optional.empty();
        }
        JsonNode answer = tree(response.body());
        if (answer.has("jsonrpc")) {
            return Optional.of(line(answer));
        }
        // A problem of the server, such as too many requests.
        return message.has("id")
                ? Optional.of(line(problem(message, answer, response.statusCode())))
                : Optional.empty();
    }

    private static Map<String, Object> problem(JsonNode message, JsonNode problem, int status) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", INTERNAL_ERROR);
        error.put("message", problem.path("detail").asString("the server answered with status " + status));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", message.get("id"));
        answer.put("error", error);
        return answer;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Json.parse("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Object json) {
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
    }

    private synchronized @Nullable LineHandler opened() {
        return own;
    }

    private synchronized LineHandler open() {
        LineHandler opened = own;
        if (opened == null) {
            opened = otherwise.get();
            own = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
