package dev.qorpus.web.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.instancio.Instancio;
import org.instancio.TypeToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.qorpus.property.Property;
import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;
import dev.qorpus.web.api.GeneratedRequests.Asked;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.instancio.Select.all;
import static org.instancio.Select.root;

/**
 * Ten thousand random requests to all paths and parameters, and to others. Every response matches the contract or is
 * a problem, and the server never fails.
 */
class GeneratedRequestsIT {

    private static final int ASKERS = 4;
    private static final int EACH = 100;
    private static final int TRIES = 100;
    private static final Duration EVALUATION = Duration.ofMinutes(5);

    private static @Nullable RunningServer server;
    private static @Nullable Client client;
    private static @Nullable Contract contract;

    @BeforeAll
    static void serve() throws Exception {
        Path home = Files.createTempDirectory("qorpus-generated-");
        server = RunningServer.start(Product.in(home), Product.SEEDS);
        Client asking = new Client(server.address());
        client = asking;
        contract = new Contract(client.get("/openapi.json").ok());
        // Found once, in some seconds; until then they are not to be had.
        client.get("/api/topics").ok();
        for (String modes : List.of("lexical,dense,hybrid", "lexical,dense", "hybrid,rrf,dense", "lexical")) {
            await(modes + " are measured").atMost(EVALUATION).until(() -> asking.get("/api/evaluation?modes=" + modes)
                    .ok().get("state").asString().equals("done"));
        }
    }

    @AfterAll
    static void end() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyAnswerIsAsTheContractSaysOrAProblem() {
        Contract promised = contract;
        if (promised == null) {
            throw new IllegalStateException("it is served before");
        }
        Property.of(Instancio.of(new TypeToken<List<Asked>>() {
        })
                .generate(root(), gen -> gen.collection().size(EACH))
                .supply(all(Asked.class), new GeneratedRequests(promised)))
                .holds(TRIES, 20260101, GeneratedRequestsIT::askAll);
    }

    private static void askAll(List<Asked> requests) throws Exception {
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<Future<?>> asking = requests.stream().<Future<?>>map(each -> askers.submit(() -> ask(each))).toList();
            for (Future<?> asked : asking) {
                asked.get();
            }
        }
    }

    private static void ask(Asked asked) {
        Client asking = client;
        Contract promised = contract;
        if (asking == null || promised == null) {
            throw new IllegalStateException("it is served before");
        }
        Client.Answer answer = asked.raw()
                ? asking.raw("localhost", asked.address())
                : asking.ask(asked.method(), asked.address());
        if (asked.method().equals("HEAD")) {
            assertThat(answer.status()).as(asked.toString()).isBetween(200, 499);
            return;
        }
        try {
            promised.check(asked.path(), answer);
        } catch (AssertionError e) {
            throw new AssertionError(asked + ": " + e.getMessage(), e);
        }
    }
}
