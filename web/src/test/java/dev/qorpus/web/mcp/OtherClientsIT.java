package dev.qorpus.web.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.NodeClients;
import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The official conformance suite, the Inspector and the TypeScript SDK, against one server and one process. */
class OtherClientsIT {

    private static final String CONFORMANCE = "node_modules/@modelcontextprotocol/conformance/dist/index.js";
    private static final String INSPECTOR = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
    private static final String BAG = "models.md#q3-what-is-the-bag-of-words-bow-model";

    @TempDir
    static Path home;

    private static NodeClients clients;
    private static RunningServer server;

    @BeforeAll
    static void serve() {
        clients = NodeClients.install("mcp-clients", OtherClientsIT.class, "", "clients.mjs");
        server = RunningServer.start(Product.in(home), Product.SEEDS);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    private static String endpoint() {
        return server.address().resolve("/mcp").toString();
    }

    /** Fails are exactly those that the list names: scenarios that call tools, prompts and resources of a test server. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2026-07-28"})
    void everyScenarioThatCanBeTestedPasses(String revision, @TempDir Path results) throws IOException {
        clients.run(CONFORMANCE, "server", "--url", endpoint(), "--requirements", revision, "-o", results.toString());

        SortedSet<String> failed = new TreeSet<>();
        int passed = 0;
        for (Path scenario : folders(results)) {
            String name = scenario.getFileName().toString().replaceAll("^server-|-\\d{4}-\\d\\d-\\d\\dT.*$", "");
            for (JsonNode check : Product.parse(Files.readString(scenario.resolve("checks.json")))) {
                switch (check.get("status").asString()) {
                    case "FAILURE" -> failed.add(name + " " + check.get("id").asString());
                    case "SUCCESS" -> passed++;
                    default -> assertThat(check.get("status").asString()).isIn("INFO", "SKIPPED", "WARNING");
                }
            }
        }
        System.err.printf("conformance %s: %d checks passed, %d not testable%n", revision, passed, failed.size());
        assertThat(failed).containsExactlyElementsOf(notTestable(revision));
        assertThat(passed).isGreaterThan(30);
    }

    private static List<Path> folders(Path results) throws IOException {
        try (Stream<Path> found = Files.list(results)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    private static SortedSet<String> notTestable(String revision) throws IOException {
        String file = "not-testable-" + revision + ".txt";
        try (InputStream in = Objects.requireNonNull(OtherClientsIT.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "modern", "auto"})
    void theInspectorAsksInEachEra(String era) {
        String[] call = {"--method", "tools/call", "--tool-name", "ask", "--tool-arg",
                "question=what is the bag of words model", "--protocol-era", era};
        Product.Run http = inspector(with(call, "--server-url", endpoint()));
        assertThat(http.exit()).as(http.err()).isZero();
        assertThat(http.json().at("/structuredContent/hits/0/id").asString()).isEqualTo(BAG);

        // Its options end where the command begins.
        Product.Run stdio = inspector(with(call, "-e", "QORPUS_INDEX=" + home.resolve(".qorpus"),
                Product.LAUNCHER, "mcp"));
        assertThat(stdio.exit()).as(stdio.err()).isZero();
        assertThat(stdio.json().at("/structuredContent/hits/0/id").asString()).isEqualTo(BAG);
    }

    @Test
    void theInspectorFindsNoSchemaThatOtherClientsCannotRead() {
        Product.Run strict = inspector("--method", "tools/list", "--strict", "--server-url", endpoint());
        assertThat(strict.exit()).as(strict.err()).isZero();
        assertThat(strict.json().get("tools")).hasSize(7);
    }

    /** Runs the Inspector without its page. */
    private static Product.Run inspector(String... arguments) {
        return clients.run(INSPECTOR, with(new String[]{"--cli"}, arguments));
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theTypeScriptSdkUnderstandsEveryAnswer() {
        Product.Run run = clients.run("clients.mjs", endpoint(), Product.LAUNCHER, "mcp", "--own", "--index",
                home.resolve(".qorpus").toString());
        assertThat(run.exit()).as(run.err()).isZero();
        List<JsonNode> ways = run.out().lines().map(Product::parse).toList();
        assertThat(ways).hasSize(2).allSatisfy(way -> {
            assertThat(way.get("tools")).hasSize(7);
            assertThat(way.get("first").asString()).isEqualTo(BAG);
            assertThat(way.get("refused").asBoolean()).isTrue();
            assertThat(way.get("entry").asString()).contains("models.md:19");
            assertThat(way.get("instructions").asString()).contains("Entries: 27");
        });
    }
}
