package dev.qorpus.web.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;
import dev.qorpus.web.RunningServer;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The whole product on a cluster: the same answers as from a folder. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final String QUESTION = "why is attention slow for long texts";

    @TempDir
    static Path home;

    private static Product cluster = Product.in(Path.of(""));
    private static Product folder = Product.in(Path.of(""));

    @BeforeAll
    static void indexBoth() {
        cluster = new Product(home, Map.of("QORPUS_INDEX", OpenSearchNode.shared().address("seed")));
        folder = new Product(home, Map.of("QORPUS_INDEX", home.resolve("index").toString()));
        assertThat(done(cluster.run("index", Product.SEEDS, "--json")).json().get("added").asInt()).isEqualTo(27);
        assertThat(done(folder.run("index", Product.SEEDS, "--json")).json().get("added").asInt()).isEqualTo(27);
    }

    private static Run done(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    @Order(1)
    void answersAreThoseOfAFolder() {
        JsonNode there = done(cluster.run("ask", QUESTION, "--explain", "--json")).json();
        JsonNode here = done(folder.run("ask", QUESTION, "--explain", "--json")).json();
        assertThat(there.get("confidence").asDouble()).isCloseTo(here.get("confidence").asDouble(), within(1e-3));
        assertThat(there.get("hits").size()).isEqualTo(here.get("hits").size()).isPositive();
        for (int i = 0; i < here.get("hits").size(); i++) {
            JsonNode hit = there.get("hits").get(i);
            JsonNode other = here.get("hits").get(i);
            assertThat(hit.get("id")).isEqualTo(other.get("id"));
            assertThat(hit.get("score").asDouble()).isCloseTo(other.get("score").asDouble(), within(1e-3));
            assertThat(hit.at("/lexical/rank")).isEqualTo(other.at("/lexical/rank"));
            assertThat(hit.get("passage")).isEqualTo(other.get("passage"));
            assertThat(hit.get("highlights")).isEqualTo(other.get("highlights"));
            assertThat(hit.at("/explanation").propertyNames())
                    .containsExactlyElementsOf(other.at("/explanation").propertyNames());
        }
    }

    @Test
    @Order(2)
    void judgmentsOfTheSeedAreMetAlike() {
        String[] command = {"eval", Product.JUDGMENTS, "--corpus", Product.SEEDS, "--json"};
        JsonNode there = done(cluster.run(command)).json().get("modes");
        JsonNode here = done(folder.run(command)).json().get("modes");
        for (String mode : List.of("lexical", "dense", "hybrid")) {
            double other = here.get(mode).get("ndcg@10").asDouble();
            assertThat(there.get(mode).get("ndcg@10").asDouble()).as(mode).isCloseTo(other, within(0.01));
            System.out.printf("seed, %s: nDCG@10 %s on a cluster, %s in a folder; p50 %s and %s ms%n", mode,
                    there.get(mode).get("ndcg@10"), other, there.get(mode).get("p50Millis"),
                    here.get(mode).get("p50Millis"));
        }
    }

    @Test
    @Order(3)
    void everythingElseAnswersToo() throws Exception {
        String id = done(cluster.run("ask", QUESTION, "--json")).json().at("/hits/0/id").asString();
        assertThat(done(cluster.run("related", id, "--json")).json().get("hits").size()).isPositive();
        assertThat(done(cluster.run("topics", "--json")).json().get("topics").size()).isPositive();
        assertThat(done(cluster.run("compare", QUESTION, "--json")).json().isObject()).isTrue();
        try (RunningServer server = RunningServer.start(cluster)) {
            for (String path : List.of("/api/search?q=attention&facets=true", "/api/suggest?q=what%20is%20a",
                    "/api/status", "/api/topics", "/api/map", "/api/findings", "/health")) {
                HttpResponse<String> answer = HttpClient.newHttpClient().send(
                        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 202);
            }
        }
    }

    @Test
    @Order(4)
    void aServerAnswersFromWhatAnotherProcessPublishes() throws Exception {
        Path notes = home.resolve("followed");
        Notes.write(notes, "one", 1);
        Product product = new Product(home, Map.of("QORPUS_INDEX", OpenSearchNode.shared().address("followed")));
        try (RunningServer server = RunningServer.start(product, notes.toString())) {
            HttpRequest request = HttpRequest
                    .newBuilder(URI.create(server.address() + "/api/search?q=version&mode=lexical")).build();
            HttpClient client = HttpClient.newHttpClient();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).contains("version one");
            Notes.write(notes, "two", 1);
            done(product.run("index", notes.toString()));
            await("what was published is found").until(
                    () -> client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("version two"));
        }
    }

    @Test
    @Order(5)
    void anIndexerThatIsKilledLeavesTheIndexAsItWasAndIsFollowedByTheNext() throws Exception {
        Path notes = home.resolve("notes");
        Notes.write(notes, "one", 60);
        Product product = new Product(home, Map.of("QORPUS_INDEX", OpenSearchNode.shared().address("killed")));
        done(product.run("index", notes.toString()));
        Notes.write(notes, "two", 60);
        Process process = product.builder(List.of(Product.LAUNCHER, "index", notes.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean over = process.waitFor(3, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(done(product.run("ask", "anything", "--mode", "dense", "-k", "100", "--json")).json()
                .get("total").asInt()).isEqualTo(60);
        JsonNode next = done(product.run("index", notes.toString(), "--json")).json();
        assertThat(next.get("entries").asInt()).isEqualTo(60);
        assertThat(done(product.run("ask", "anything", "--mode", "dense", "-k", "100", "--json")).json()
                .get("hits").size()).isEqualTo(60);
        System.out.println(over ? "the indexer was done before it was killed" : "the indexer was killed");
    }
}
