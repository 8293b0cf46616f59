package dev.qorpus.web.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;
import dev.qorpus.web.RunningServer;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults of a running server: what users see, and how it recovers. The table in SECURITY.md has a row for each. Full
 * disks and kills are in {@code BadDiskIT} and {@code KilledIT}.
 */
class FaultsIT {

    private static final String QUICK = "/api/search?q=tea";
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
    /** ONNX Runtime's libraries are looked for there. */
    private static final Map<String, String> NO_LIBRARY = Map.of("QORPUS_JAVA_OPTIONS",
            "-Donnxruntime.native.path=/nonexistent");

    @TempDir
    Path home;

    private Path index = Path.of("");

    @BeforeEach
    void index() throws IOException {
        index = home.resolve(".qorpus");
        Path notes = Files.createDirectory(home.resolve("notes"));
        Files.writeString(notes.resolve("a.md"), "## What is tea?\nLeaves.\n## What is a cup?\nA vessel.\n");
        assertThat(Product.in(home).run("index", "notes").exit()).isZero();
    }

    @Test
    void anIndexThatIsDeletedIsStillAnsweredFromAndIsBackOnceItIsMadeAnew() throws Exception {
        try (RunningServer server = serve(Map.of()); Client client = new Client(server.address())) {
            for (Path file : indexFiles()) {
                Files.delete(file);
            }
            awaitHealth(client, "degraded", "index");
            assertThat(client.get(QUICK).ok().at("/hits/0/question").asString()).isEqualTo("What is tea?");
            Files.writeString(home.resolve("notes/a.md"), "## What is tea?\nA drink.\n");
            assertThat(Product.in(home).run("index", "notes").exit()).isZero();
            awaitHealth(client, "ready", "");
            assertThat(client.get(QUICK).ok().at("/hits/0/answer").asString()).isEqualTo("A drink.");
        }
    }

    @Test
    void anIndexThatIsDamagedIsSaidToBeAndIsBackOnceItIsMadeAnew() throws Exception {
        try (RunningServer server = serve(Map.of()); Client client = new Client(server.address())) {
            damageIndex();
            await("the damage is noticed").until(() -> client.get(QUICK + "&mode=lexical").status() == 503
                    && client.get("/health/ready").status() == 503);
            assertThat(client.get(QUICK).problem(503)).contains("index", "--rebuild");
            assertThat(client.get("/health/ready").problem(503)).contains("--rebuild");
            client.get("/health/live").ok();
            assertDoctorNames("index", Map.of(), "--rebuild");
            assertThat(Product.in(home).run("index", "notes", "--rebuild").exit()).isZero();
            awaitHealth(client, "ready", "");
            client.get(QUICK).ok();
        }
    }

    @Test
    void aMissingNativeLibraryLeavesWordsAndIsSaid() throws Exception {
        try (RunningServer server = serve(NO_LIBRARY); Client client = new Client(server.address())) {
            JsonNode found = client.get(QUICK + "&explain=true").ok();
            assertThat(found.at("/hits/0/question").asString()).isEqualTo("What is tea?");
            assertThat(found.get("degraded").asString()).contains("lexical only", "doctor");
            assertThat(found.at("/hits/0/dense").isMissingNode()).isTrue();
            assertThat(client.get(QUICK + "&mode=dense").problem(503)).contains("mode=lexical");
            awaitHealth(client, "degraded", "dense");
            assertThat(client.get("/health/ready").status()).isEqualTo(200);
            assertThat(client.get("/metrics").body()).contains("qorpus_search_by_words_alone 1.0");
        }
        Run ask = new Product(home, NO_LIBRARY).run("ask", "what is tea");
        assertThat(ask.out()).contains("lexical only", "What is tea?");
        assertDoctorNames("model minilm", NO_LIBRARY, "cannot be loaded");
    }

    @Test
    void aDamagedModelFileIsMadeAnew() throws Exception {
        Path cache = Files.createDirectory(home.resolve("cache"));
        Product qorpus = new Product(home, Map.of("DJL_CACHE_DIR", cache.toString()));
        assertThat(qorpus.run("ask", "what is tea").exit()).isZero();
        // The graph as it was unpacked, and as it was prepared, with its weights.
        List<Path> graphs = graphs(cache);
        Path unpacked = graphs.stream().filter(file -> !file.getFileName().toString().startsWith("prepared"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(unpacked);
        assertThat(graphs).hasSize(3);
        for (Path graph : graphs) {
            byte[] bytes = Files.readAllBytes(graph);
            bytes[bytes.length / 2] ^= 1;
            Files.write(graph, bytes);
        }
        JsonNode found = qorpus.run("ask", "what is tea", "--json").json();
        assertThat(found.get("degraded")).isNull();
        assertThat(Files.readAllBytes(unpacked)).isEqualTo(whole);
        assertThat(graphs(cache)).hasSize(3).isNotEqualTo(graphs);
    }

    @Test
    void aServerThatRanOutOfFileHandlesAnswersAgainWhenThereAreSome() throws Exception {
        List<String> few = List.of("sh", "-c", "ulimit -n 300 && exec \"$0\" \"$@\"");
        List<Socket> held = new ArrayList<>();
        try (RunningServer server = RunningServer.start(Product.in(home), few, "notes");
                Client client = new Client(server.address())) {
            client.get(QUICK).ok();
            try {
                boolean accepted = true;
                while (accepted && held.size() < 300) {
                    accepted = connect(server.address().getPort(), held);
                }
                // On a connection from before.
                awaitHealth(client, "degraded", "files");
                client.get(QUICK).ok();
            } finally {
                for (Socket socket : held) {
                    socket.close();
                }
            }
            awaitHealth(client, "ready", "");
            try (Client other = new Client(server.address())) {
                other.get(QUICK).ok();
            }
        }
    }

    @Test
    void aClockThatWasSetBackIsNoticedAndHarmless() throws Exception {
        publishInTheFuture();
        try (RunningServer server = serve(Map.of()); Client client = new Client(server.address())) {
            client.get(QUICK).ok();
            awaitHealth(client, "ready", "");
            assertThat(client.get("/metrics").body()).contains("qorpus_index_age_seconds 0.0");
            Files.writeString(home.resolve("notes/b.md"), "## What is a saucer?\nA plate.\n");
            assertThat(Product.in(home).run("index", "notes", "--json").json().get("added").asInt()).isEqualTo(1);
        }
        publishInTheFuture();
        assertDoctorNames("clock", NO_LIBRARY, "set back");
    }

    @Test
    void aRequestThatTheMemoryIsTooSmallForFailsAlone() throws Exception {
        byte[] image = Arrays.copyOf(PNG, 19 << 20);
        Files.write(home.resolve("notes/large.png"), image);
        try (RunningServer server = serve(Map.of("QORPUS_JAVA_OPTIONS", "-Xmx64m"));
                Client client = new Client(server.address());
                ExecutorService askers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> asked = Collections.nCopies(8, () -> client.get("/corpus/large.png").status());
            // Concurrent requests exceed the limit; on a busy machine they may not overlap.
            await("some are refused").until(() -> {
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> each : askers.invokeAll(asked)) {
                    statuses.add(each.get());
                }
                assertThat(statuses).allMatch(status -> status == 200 || status == 503);
                return statuses.contains(503);
            });
            client.get(QUICK).ok();
            awaitHealth(client, "ready", "");
        }
    }

    /** Holds one more connection, unless none is accepted any more: a queue that is full for a moment is waited for. */
    private static boolean connect(int port, List<Socket> held) throws IOException {
        Socket socket = new Socket();
        held.add(socket);
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    private RunningServer serve(Map<String, String> environment) {
        return RunningServer.start(new Product(home, environment), "notes");
    }

    private List<Path> indexFiles() throws IOException {
        return files(index);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> graphs(Path cache) throws IOException {
        return files(cache).stream().filter(file -> file.toString().matches(".*\\.(onnx|bin)")).sorted().toList();
    }

    /** Overwrites all files of the index in place, as a failing disk may do. */
    private void damageIndex() throws IOException {
        for (Path file : indexFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, (byte) 0x5A);
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        }
    }

    /** Sets the time of publication a hundred years ahead. */
    private void publishInTheFuture() throws IOException {
        Path commit = indexFiles().stream().filter(file -> file.getFileName().toString().startsWith("segments_"))
                .findFirst().orElseThrow();
        String text = new String(Files.readAllBytes(commit), StandardCharsets.ISO_8859_1)
                .replaceFirst("\"indexedAt\":\"20", "\"indexedAt\":\"21");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        // Lucene's footer ends with the checksum of all that is before it.
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, checksum.getValue());
        Files.write(commit, bytes);
    }

    private void assertDoctorNames(String check, Map<String, String> environment, String said) {
        Run doctor = new Product(home, environment).run("doctor", "--json");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.json().get("checks").valueStream()
                .filter(each -> (each.get("name").asString() + " ").startsWith(check + " "))).singleElement()
                .satisfies(found -> {
                    assertThat(found.get("ok").asBoolean()).isFalse();
                    assertThat(found.get("detail").asString()).contains(said);
                });
    }

    /** Waits until the server is in a state, because of a part if one is named. */
    private static void awaitHealth(Client client, String state, String part) {
        await("the server is " + state + " " + part).until(() -> {
            JsonNode health = client.get("/health").ok();
            return health.get("state").asString().equals(state)
                    && (part.isEmpty() || health.get("faults").valueStream()
                            .anyMatch(fault -> fault.get("part").asString().equals(part)));
        });
    }
}
