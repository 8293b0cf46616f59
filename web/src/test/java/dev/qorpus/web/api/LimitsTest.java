package dev.qorpus.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.qorpus.web.api.load.Limits;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Servers with narrow limits, and clients that exceed them without an effect on others. */
class LimitsTest extends ServedTest {

    private static final Limits WIDE = Limits.of(2);
    /** Takes one or two seconds: twelve searches for a question of maximum length. */
    private static final String SLOW = "/api/compare?modes=hybrid,lexical,dense,weighted,rrf,one-hot,bag-of-words,tf-idf,"
            + "bm25,minilm,tf-idf%2Bminilm,bm25%2Bminilm&q=" + "what+is+a+long+question+".repeat(160);
    private static final String QUICK = "/api/search?q=tea";

    /** So long that a busy machine reaches no time limit. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static Limits limits(int atOnce, int waiting, Duration budget) {
        return new Limits(atOnce, waiting, LONG, budget, WIDE.connections(), WIDE.headers(), WIDE.idle(), LONG);
    }

    @Test
    void moreThanCanWaitAreToldToComeBackAndTheOthersAreAnswered() throws Exception {
        try (Server server = serve(limits(1, 3, LONG)); Client client = client(server)) {
            List<Client.Answer> answers = atOnce(12, () -> client.get(SLOW));
            assertThat(answers).extracting(Client.Answer::status).containsOnly(200, 503);
            assertThat(answers).filteredOn(answer -> answer.status() == 503).hasSizeGreaterThan(5)
                    .allSatisfy(answer -> {
                        assertThat(answer.problem(503)).contains("ask again");
                        assertThat(answer.header("Retry-After")).hasValue("1");
                    });
            client.get(QUICK).ok();
            awaitMeasured(client, "qorpus_queue_waiting 0.0");
            awaitMeasured(client, "qorpus_queue_working 0.0");
            assertThat(client.get("/metrics").body())
                    .doesNotContain("qorpus_requests_stopped_total{kind=\"refused\"} 0.0");
        }
    }

    @Test
    void whatTakesTooLongIsStopped() {
        try (Server server = serve(limits(1, 10, Duration.ofMillis(300))); Client client = client(server)) {
            Client.Answer answer = client.get(SLOW);
            assertThat(answer.problem(503)).contains("was stopped");
            assertThat(answer.header("Retry-After")).isPresent();
            // A busy machine may need more than the budget for the first question.
            await("a quick question is answered").until(() -> client.get(QUICK).status() == 200);
        }
    }

    @Test
    void theWorkOfAClientThatHungUpIsStopped() throws Exception {
        try (Server server = serve(limits(1, 10, LONG)); Client client = client(server)) {
            client.get(QUICK).ok();
            Socket socket = open(server, "GET " + SLOW + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            awaitMeasured(client, "qorpus_queue_working 1.0");
            socket.close();
            awaitMeasured(client, "qorpus_requests_stopped_total{kind=\"disconnected\"} 1.0");
            awaitMeasured(client, "qorpus_queue_working 0.0");
            client.get(QUICK).ok();
        }
    }

    @Test
    void aRequestThatTricklesInIsCutOff() throws Exception {
        Limits limits = new Limits(2, 10, WIDE.patience(), WIDE.budget(), 20, Duration.ofSeconds(1), WIDE.idle(),
                WIDE.goodbye());
        try (Server server = serve(limits);
                Client client = client(server);
                Socket slow = open(server, "GET / HTTP/1.1\r\nX-Slow: ")) {
            OutputStream out = slow.getOutputStream();
            await("the slow sender is cut off").until(() -> {
                client.get(QUICK).ok();
                return isCutOff(out);
            });
        }
    }

    /** Sends one more byte of a request. */
    private static boolean isCutOff(OutputStream out) {
        try {
            out.write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void connectionsThatAreOnlyHeldOpenMakeRoomForOthers() throws Exception {
        Limits limits = new Limits(2, 10, WIDE.patience(), WIDE.budget(), 10, WIDE.headers(), Duration.ofSeconds(5),
                WIDE.goodbye());
        List<Socket> held = new ArrayList<>();
        try (Server server = serve(limits); Client client = client(server)) {
            for (int i = 0; i < 12; i++) {
                held.add(open(server, ""));
            }
            client.get(QUICK).ok();
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void whatWasBegunIsFinishedWhenTheServerEnds() throws Exception {
        Server server = serve(limits(2, 10, LONG));
        try (Client client = client(server); ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            client.get(QUICK).ok();
            Future<Client.Answer> begun = asking.submit(() -> client.get(SLOW));
            awaitMeasured(client, "qorpus_queue_working 1.0");
            server.close();
            begun.get().ok();
        }
    }

    @Test
    void anIdleConnectionDoesNotKeepAServerFromEnding() throws Exception {
        Server server = serve(limits(2, 10, LONG));
        try (Client client = client(server)) {
            client.get("/health").ok();
            Socket unused = open(server, "");
            long began = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG.dividedBy(4));
            unused.close();
        }
    }

    private static Socket open(Server server, String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static void awaitMeasured(Client client, String measured) {
        await(measured).until(() -> client.get("/metrics").body().contains(measured));
    }
}
