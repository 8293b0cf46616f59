package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server writes down of requests: nothing, unless it is asked to; questions only if these are; tokens never. */
class LogIT {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String QUESTION = "my+private+question";

    @TempDir
    Path home;

    private String logged(String... options) throws IOException {
        Product qorpus = new Product(home, Map.of("QORPUS_TOKEN", SECRET));
        try (RunningServer server = RunningServer.start(qorpus, options);
                Client client = new Client(server.address())) {
            client.get("/api/search?q=" + QUESTION, "Authorization", "Bearer " + SECRET, "X-Request-Id", "mine-1").ok();
            Client.Answer refused = client.get("/api/search?q=" + QUESTION, "X-Request-Id", "a b");
            refused.problem(401);
            assertThat(refused.header("X-Request-Id").orElse("")).matches("[0-9a-f]{16}");
            client.post("/sign-in", "token=" + SECRET);
            client.raw("localhost", "/" + QUESTION + "%0A");
            return server.log();
        }
    }

    @Test
    void requestsAreLinesWithIdsAndWithoutWhatWasAsked() throws IOException {
        String log = logged(Product.SEEDS, "--log", "requests");
        List<JsonNode> lines = log.lines().filter(line -> line.startsWith("{")).map(Product::parse).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().get("id").asString()).isEqualTo("mine-1");
        assertThat(lines.getFirst().get("route").asString()).isEqualTo("/api/search");
        assertThat(lines.getFirst().get("status").asInt()).isEqualTo(200);
        assertThat(lines.getFirst().get("millis").asDouble()).isPositive();
        assertThat(lines.get(1).get("status").asInt()).isEqualTo(401);
        assertThat(log).doesNotContain("private", SECRET, "a b");
    }

    @Test
    void questionsAreIfTheyAreAskedFor() throws IOException {
        assertThat(logged(Product.SEEDS, "--log", "questions")).contains("\"question\":\"my private question\"")
                .doesNotContain(SECRET);
    }

    @Test
    void nothingIsByItself() throws IOException {
        assertThat(logged(Product.SEEDS)).doesNotContain("{", "private", SECRET);
    }
}
