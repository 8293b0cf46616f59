package dev.qorpus.web.api;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of other origins, of which two may use the API. */
class OtherOriginTest extends ServedTest {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String OWN = "http://localhost:3000";
    private static final String ALLOW = "Access-Control-Allow-Origin";

    private static Server server;
    private static Client client;

    @BeforeAll
    static void serve() {
        server = serve(new ServerSettings("127.0.0.1", 0, SECRET, WIDE, LogDetail.NONE,
                Deployment.of("/qorpus", List.of(), List.of(OWN, "https://notes.example.com"))));
        client = client(server);
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    private static Client.Answer preflight(String path, String origin) {
        return client.ask("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", "GET",
                "Access-Control-Request-Headers", "authorization", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode",
                "cors");
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, "https://notes.example.com"})
    void aPageOfAnAllowedOriginAsksWithTheToken(String origin) {
        Client.Answer allowed = preflight("/qorpus/api/search?q=tea", origin);
        assertThat(allowed.status()).isLessThan(300);
        assertThat(allowed.header(ALLOW)).hasValue(origin);
        assertThat(allowed.header("Access-Control-Allow-Headers").orElse("")).containsIgnoringCase("authorization");
        assertThat(allowed.header("Access-Control-Allow-Methods").orElse("")).contains("GET").doesNotContain("POST");
        Client.Answer answer = client.get("/qorpus/api/search?q=tea", "Authorization", "Bearer " + SECRET, "Origin",
                origin, "Sec-Fetch-Site", "cross-site");
        answer.ok();
        assertThat(answer.header(ALLOW)).hasValue(origin);
        assertThat(answer.header("Vary").orElse("")).contains("Origin");
        assertThat(answer.header("Access-Control-Expose-Headers").orElse("")).contains("Retry-After");
    }

    @Test
    void itReadsProblemsToo() {
        Client.Answer answer = client.get("/api/search?q=tea", "Origin", OWN, "Sec-Fetch-Site", "same-site");
        answer.problem(401);
        assertThat(answer.header(ALLOW)).hasValue(OWN);
        assertThat(client.get("/api/nope", "Origin", OWN, "Authorization", "Bearer " + SECRET).header(ALLOW))
                .hasValue(OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=tea", "/health", "/openapi.json"})
    void cookiesAreNeverAllowed(String path) {
        assertThat(client.get(path, "Origin", OWN).headers()).doesNotContainKey("Access-Control-Allow-Credentials")
                .doesNotContainEntry(ALLOW, List.of("*"));
        assertThat(preflight(path, OWN).headers()).doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3001", "https://localhost:3000", "http://localhost", "null",
            "https://notes.example.com.evil.example", "https://notesXexample.com", "http://localhost:3000/"})
    void otherOriginsAreRefused(String origin) {
        assertThat(preflight("/api/search?q=tea", origin).headers()).doesNotContainKey(ALLOW);
        Client.Answer answer = client.get("/api/search?q=tea", "Authorization", "Bearer " + SECRET, "Origin", origin);
        assertThat(answer.problem(403)).contains("--allow-origin");
        assertThat(answer.headers()).doesNotContainKey(ALLOW);
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /page/main.js", "GET, /metrics", "GET, /export/topics.html", "GET, /qorpus/",
            "GET, /sign-in", "POST, /sign-in", "POST, /mcp", "OPTIONS, /sign-in", "OPTIONS, /mcp"})
    void onlyTheApiIsOpen(String method, String path) {
        Client.Answer answer = client.ask(method, path, "Origin", OWN, "Authorization", "Bearer " + SECRET,
                "Access-Control-Request-Method", "POST");
        answer.problem(403);
        assertThat(answer.headers()).doesNotContainKey(ALLOW);
    }
}
