package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Patience;
import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A server answers at once: from the published index while changes are embedded, or by words from its first index. */
class EarlyAnswersIT {

    /** Takes seconds to embed. */
    private static final int ENTRIES = 200;
    private static final String QUESTION = "/api/search?q=how+do+I+open+gate+number+17";

    @TempDir
    Path home;

    private Path notes = Path.of("");

    @BeforeEach
    void makeNotes() throws IOException {
        notes = Files.createDirectory(home.resolve("notes")).resolve("gates.md");
        write("Turn");
    }

    private void write(String verb) throws IOException {
        Files.writeString(notes,
                IntStream.range(0, ENTRIES)
                        .mapToObj(
                                gate -> """
                                        ## How do I open gate number %d?

                                        %s the brass key of gate %d twice to the left, wait for the bell, and push. The warden of gate %d keeps a
                                        second key in the drawer below the window. After sunset the gate is opened from the inside only, so ring,
                                        and say who you are and whom you visit.

                                        """
                                        .formatted(gate, verb, gate, gate))
                        .collect(Collectors.joining()));
    }

    private RunningServer serve(Map<String, String> environment) {
        return RunningServer.startEarly(new Product(home, environment), List.of(), "notes");
    }

    private static void awaitIndex(Client client) {
        Patience.await("the index is up to date").until(() -> !client.get("/health").ok().has("indexing"));
    }

    private static String firstAnswer(Client client) {
        JsonNode found = client.get(QUESTION).ok();
        assertThat(found.at("/hits/0/question").asString()).isEqualTo("How do I open gate number 17?");
        return found.at("/hits/0/answer").asString();
    }

    @Test
    void aPublishedIndexAnswersWhileChangesAreEmbedded() throws IOException {
        assertThat(Product.in(home).run("index", "notes").exit()).isZero();
        write("Rotate");
        try (RunningServer server = serve(Map.of()); Client client = new Client(server.address())) {
            assertThat(firstAnswer(client)).startsWith("Turn");
            JsonNode health = client.get("/health").ok();
            assertThat(health.get("state").asString()).isEqualTo("ready");
            assertThat(health.at("/indexing/answers").asString()).isEqualTo("published");
            Patience.await("embedding has begun")
                    .until(() -> client.get("/health").ok().at("/indexing/toEmbed").asInt() == ENTRIES);
            awaitIndex(client);
            assertThat(firstAnswer(client)).startsWith("Rotate");
            assertThat(client.get("/health").ok().get("faults")).isEmpty();
        }
    }

    @Test
    void aFirstIndexAnswersByWordsUntilItIsEmbedded() throws IOException {
        Path temporary = Files.createDirectory(home.resolve("tmp"));
        try (RunningServer server = serve(Map.of("QORPUS_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary));
                Client client = new Client(server.address())) {
            assertThat(firstAnswer(client)).startsWith("Turn");
            assertThat(client.get(QUESTION).ok().get("degraded").asString()).contains("still being embedded");
            assertThat(client.get(QUESTION + "&mode=lexical").ok().has("degraded")).isFalse();
            JsonNode health = client.get("/health").ok();
            assertThat(health.get("state").asString()).isEqualTo("degraded");
            assertThat(health.at("/indexing/answers").asString()).isEqualTo("words");
            assertThat(health.at("/faults/0/part").asString()).isEqualTo("dense");
            client.get("/health/ready").ok();
            assertPending(client.get(QUESTION + "&mode=dense"));
            assertPending(client.get("/api/compare?q=gate"));
            String related = "/api/entries/gates.md%23how-do-i-open-gate-number-17/related";
            assertThat(client.get(related).ok().at("/hits/0/question").asString()).startsWith("How do I open gate");
            client.get("/api/status").ok();
            assertThat(client.get("/api/findings").ok().get("state").asString()).isEqualTo("checking");
            awaitIndex(client);
            assertThat(client.get(QUESTION).ok().has("degraded")).isFalse();
            assertThat(client.get(QUESTION + "&mode=dense").ok().get("hits")).isNotEmpty();
            assertThat(client.get("/health").ok().get("state").asString()).isEqualTo("ready");
            try (Stream<Path> left = Files.list(temporary)) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .noneMatch(name -> name.startsWith("qorpus-words"));
            }
        }
    }

    /** A client asks again by itself. */
    private static void assertPending(Client.Answer answer) {
        assertThat(answer.problem(503)).contains("still being embedded");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void aServerThatEndsWhileItEmbedsLeavesWhatWasPublished() throws Exception {
        assertThat(Product.in(home).run("index", "notes").exit()).isZero();
        write("Rotate");
        try (RunningServer server = serve(Map.of()); Client client = new Client(server.address())) {
            Patience.await("embedding has begun")
                    .until(() -> client.get("/health").ok().at("/indexing/toEmbed").asInt() == ENTRIES);
            assertThat(server.end(60)).isEqualTo(143);
            assertThat(server.log()).contains("the next run goes on from there").doesNotContain("Exception");
        }
        Product.Run ask = Product.in(home).run("ask", "how do I open gate number 17", "--json");
        assertThat(ask.json().at("/hits/0/answer").asString()).startsWith("Turn");
    }
}
