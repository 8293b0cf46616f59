package dev.qorpus.web.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The request log: off by default; questions on demand only; tokens never. */
class LogIT {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String QUESTION = "my+private+question";

    @TempDir
    Path home;

    private String logged(String... options) throws Exception {
        Product qorpus = new Product(home, Map.of("QORPUS_TOKEN", SECRET));
        try (RunningServer server = RunningServer.start(qorpus, options)) {
            ask(server);
            // A line is written after its response, so a stopped server has written all lines.
            server.end(20);
            return server.log();
        }
    }

    private static void ask(RunningServer server) {
        try (Client client = new Client(server.address())) {
            client.get("/api/search?q=" + QUESTION, "Authorization", "Bearer " + SECRET, "X-Request-Id", "mine-1").ok();
            Client.Answer refused = client.get("/api/search?q=" + QUESTION, "X-Request-Id", "a b");
            refused.problem(401);
            assertThat(refused.header("X-Request-Id").orElse("")).matches("[0-9a-f]{16}");
            client.post("/sign-in", "token=" + SECRET);
            client.raw("localhost", "/" + QUESTION + "%0A");
        }
    }

    @Test
    void requestsAreLinesWithIdsAndWithoutWhatWasAsked() throws Exception {
        String log = logged(Product.SEEDS, "--log", "requests");
        // The test itself asks for the health until the index is up to date.
        List<JsonNode> lines = log.lines().filter(line -> line.startsWith("{")).map(Product::parse)
                .filter(line -> !line.path("route").asString("").equals("/health")).toList();
        assertThat(lines).hasSize(4);
        JsonNode answered = lines.stream().filter(line -> line.get("id").asString().equals("mine-1")).findFirst()
                .orElseThrow();
        assertThat(answered.get("route").asString()).isEqualTo("/api/search");
        assertThat(answered.get("status").asInt()).isEqualTo(200);
        assertThat(answered.get("millis").asDouble()).isPositive();
        assertThat(lines).extracting(line -> line.get("status").asInt()).contains(200, 401);
        assertThat(log).doesNotContain("private", SECRET, "a b");
    }

    @Test
    void questionsAreIfTheyAreAskedFor() throws Exception {
        assertThat(logged(Product.SEEDS, "--log", "questions")).contains("\"question\":\"my private question\"")
                .doesNotContain(SECRET);
    }

    @Test
    void nothingIsByItself() throws Exception {
        assertThat(logged(Product.SEEDS)).doesNotContain("{", "private", SECRET);
    }
}
