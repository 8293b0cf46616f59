package dev.qorpus.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of a running server. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Client(URI server) {
        this.server = server;
    }

    /** A response; header names are case-insensitive. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        private String shown() {
            return body.substring(0, Math.min(body.length(), 300));
        }

        JsonNode json() {
            return Product.parse(body);
        }

        /** The JSON object of a successful response. */
        JsonNode ok() {
            assertThat(status).as(shown()).isEqualTo(200);
            assertThat(header("Content-Type")).hasValue("application/json");
            return json();
        }

        /** The detail of a problem. All members are checked. */
        String problem(int expected) {
            assertThat(status).as(shown()).isEqualTo(expected);
            assertThat(header("Content-Type")).hasValue("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.propertyNames()).contains("type", "title", "status", "detail");
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asString()).isNotBlank();
            String detail = problem.get("detail").asString();
            assertThat(detail).isNotBlank().doesNotContain("Exception", "\tat ", "/tmp", "/home", "/root",
                    System.getProperty("user.dir"));
            return detail;
        }
    }

    Answer get(String path) {
        return ask("GET", path);
    }

    Answer ask(String method, String path, String... headers) {
        return send(path,
                request -> add(request, headers).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a GET request with headers, as names and values in turn. */
    Answer get(String path, String... headers) {
        return send(path, request -> add(request, headers));
    }

    /** Posts a form, as a page does. */
    Answer post(String path, String form, String... headers) {
        return send(path, request -> add(request, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Posts a body of any type, with headers as names and values in turn. */
    Answer postBody(String path, String body, String... headers) {
        return send(path, request -> add(request, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder add(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(String path, Consumer<HttpRequest.Builder> how) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
            how.accept(request);
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), anyCase(response.headers().map()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends requests that java.net.http refuses: malformed addresses, other hosts. Headers are names and values in turn. */
    Answer raw(String host, String path, String... sent) {
        StringBuilder request = new StringBuilder(
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (int i = 0; i < sent.length; i += 2) {
            request.append(sent[i]).append(": ").append(sent[i + 1]).append("\r\n");
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            List<String> head = Arrays.asList(all.substring(0, end).split("\r\n", -1));
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line : head.subList(1, head.size())) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
            }
            int status = Integer.parseInt(head.getFirst().substring(9, 12));
            return new Answer(status, headers, all.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + path, e);
        }
    }

    private static Map<String, List<String>> anyCase(Map<String, List<String>> headers) {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return anyCase;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
