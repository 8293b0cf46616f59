package dev.qorpus.indexer.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** A real node of OpenSearch, started as a process of its own and ended by its id. */
public final class OpenSearchNode implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Collection<OpenSearchNode> NODES = new ConcurrentLinkedQueue<>();

    private final OpenSearchInstallation engine;
    private final Path folder;
    private final int port;
    private Process process;

    private OpenSearchNode(OpenSearchInstallation engine, Path folder, int port, Process process) {
        this.engine = engine;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** One node alone, shared by all tests of a process and ended with it. */
    private static final class Shared {
        static final OpenSearchNode NODE = startOne();

        private static OpenSearchNode startOne() {
            OpenSearchNode node = start(engine(), List.of("discovery.type: single-node"), freePort(), freePort());
            node.awaitAnswer();
            return node;
        }
    }

    /** An engine whose nodes end with this process, whatever becomes of the tests. */
    private static OpenSearchInstallation engine() {
        OpenSearchInstallation engine = OpenSearchInstallation.find();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            NODES.stream().filter(node -> node.engine.equals(engine)).forEach(OpenSearchNode::kill);
            engine.remove();
        }));
        return engine;
    }

    /** The node of this process. Skips the test aloud where there is no engine, and fails it under CI. */
    public static OpenSearchNode shared() {
        OpenSearchInstallation.requireUnpacked();
        return Shared.NODE;
    }

    /** Several nodes that are one cluster; to be closed. */
    public static List<OpenSearchNode> cluster(int count) {
        OpenSearchInstallation engine = engine();
        List<Integer> transports = new ArrayList<>();
        List<String> seeds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            transports.add(freePort());
            seeds.add("\"127.0.0.1:" + transports.get(i) + "\"");
            names.add("node-" + transports.get(i));
        }
        List<String> together = List.of("discovery.seed_hosts: " + seeds,
                "cluster.initial_cluster_manager_nodes: " + names);
        List<OpenSearchNode> nodes = new ArrayList<>();
        transports.forEach(transport -> nodes.add(start(engine, together, freePort(), transport)));
        nodes.forEach(OpenSearchNode::awaitAnswer);
        return nodes;
    }

    private static OpenSearchNode start(OpenSearchInstallation engine, List<String> settings, int port, int transport) {
        try {
            Path folder = Files.createDirectory(engine.work().resolve("node-" + transport));
            for (String part : List.of("config", "data", "logs", "tmp")) {
                Files.createDirectory(folder.resolve(part));
            }
            for (String file : List.of("log4j2.properties", "fips_java.security")) {
                Files.copy(engine.home().resolve("config").resolve(file), folder.resolve("config").resolve(file));
            }
            List<String> lines = new ArrayList<>(List.of("cluster.name: qorpus-tests", "node.name: node-" + transport,
                    "path.data: " + folder.resolve("data"), "path.logs: " + folder.resolve("logs"),
                    "network.host: 127.0.0.1", "http.port: " + port, "transport.port: " + transport,
                    "action.auto_create_index: false", "cluster.routing.allocation.disk.threshold_enabled: false"));
            lines.addAll(settings);
            Files.write(folder.resolve("config/opensearch.yml"), lines);
            Files.write(folder.resolve("config/jvm.options"), List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-XX:-AlwaysPreTouch", "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                    "--add-modules=jdk.incubator.vector", "-javaagent:agent/opensearch-agent.jar",
                    "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1"));
            engine.give(folder);
            OpenSearchNode node = new OpenSearchNode(engine, folder, port, launch(engine, folder));
            NODES.add(node);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(OpenSearchInstallation engine, Path folder) throws IOException {
        List<String> command = new ArrayList<>(engine.asOther());
        command.add("bin/opensearch");
        ProcessBuilder builder = new ProcessBuilder(command).directory(engine.home().toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
        // The script replaces itself by the JVM, so the process is the node.
        builder.environment()
                .putAll(Map.of("OPENSEARCH_JAVA_HOME", OpenSearchInstallation.java(), "OPENSEARCH_PATH_CONF",
                        folder.resolve("config").toString(), "OPENSEARCH_TMPDIR", folder.resolve("tmp").toString(),
                        "HOME",
                        folder.toString()));
        return builder.start();
    }

    /** Where the cluster of this node keeps an index, as a command line names it. */
    public String address(String index) {
        return "opensearch:http://127.0.0.1:" + port + "/" + index;
    }

    /** Its name in the cluster. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Where it answers. */
    public int port() {
        return port;
    }

    /** Asks the node directly; the answer's body, whatever its status. */
    public String ask(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it answers. */
    public void awaitAnswer() {
        Awaitility.await("OpenSearch answers").atMost(START).pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .failFast(() -> assertThat(process.isAlive()).as("OpenSearch runs; it says: %s", said()).isTrue())
                .until(() -> !ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=10s", "").isEmpty());
    }

    private String said() {
        try {
            String all = Files.readString(folder.resolve("output.txt"));
            return all.substring(Math.max(0, all.length() - 2000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends the node by force. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends the node as an operator does. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Starts the node again, with the data that it had. */
    public void restart() {
        try {
            process = launch(engine, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        engine.remove(folder);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
