package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.models.Models;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.lookup.Filter;

import static org.assertj.core.api.Assertions.assertThat;

/** Three nodes with one replica, of which one after another goes, under a steady load of searches and writes. */
@Tag("long")
class ThreeNodesTest {

    private static final int ENTRIES = 60;

    @TempDir
    static Path home;

    private static List<OpenSearchNode> nodes = List.of();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger searches = new AtomicInteger();
    /** The version of the entry that changes, as it was published last. */
    private final AtomicInteger published = new AtomicInteger();
    private volatile boolean over;

    @BeforeAll
    static void start() {
        nodes = OpenSearchNode.cluster(3);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(OpenSearchNode::close);
    }

    private static ClusterAddress address() {
        List<String> hosts = nodes.stream().map(node -> "127.0.0.1:" + node.port()).toList();
        return ClusterAddress.of("opensearch:http://" + String.join(",", hosts) + "/faults?shards=3&replicas=1");
    }

    @Test
    void noSearchFailsAndNoWriteIsLost() throws Exception {
        for (int i = 0; i < ENTRIES; i++) {
            Files.writeString(home.resolve("n" + i + ".md"),
                    "# What is number " + i + "?\nA number, the " + i + "th.\n");
        }
        write(0);
        awaitGreen();
        Thread searching = Thread.ofPlatform().start(this::search);
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        Future<?> writing = writer.scheduleWithFixedDelay(this::writeNext, 0, 1, TimeUnit.SECONDS);

        OpenSearchNode manager = nodes.stream().filter(node -> node.name().equals(manager())).findFirst()
                .orElseThrow();
        replace(manager, OpenSearchNode::kill);
        replace(nodes.stream().filter(node -> node != manager).findFirst().orElseThrow(), OpenSearchNode::kill);
        for (OpenSearchNode node : nodes) {
            replace(node, OpenSearchNode::stop);
        }

        over = true;
        searching.join();
        writing.cancel(false);
        writer.close();
        assertThat(failures).isEmpty();
        assertThat(version()).isEqualTo(published.get());
        System.out.printf("%d searches and %d published runs while 5 nodes went and came back; none failed%n",
                searches.get(), published.get());
    }

    private void replace(OpenSearchNode node, Consumer<OpenSearchNode> end) {
        long began = System.nanoTime();
        end.accept(node);
        OpenSearchNode other = nodes.stream().filter(each -> each != node).findFirst().orElseThrow();
        await(other, "\"number_of_nodes\":2");
        node.restart();
        node.awaitAnswer();
        awaitGreen();
        System.out.printf("%s is back, and the cluster green, after %d s%n", node.name(),
                (System.nanoTime() - began) / 1_000_000_000);
    }

    private static String manager() {
        return nodes.getFirst().ask("GET", "/_cat/cluster_manager?h=node", "").strip();
    }

    private static void awaitGreen() {
        await(nodes.getFirst(), "\"status\":\"green\"", "\"number_of_nodes\":3");
    }

    /** Until the health of the cluster, as this node sees it, has all these parts. */
    private static void await(OpenSearchNode asked, String... parts) {
        Awaitility.await("the cluster is " + String.join(" and ", parts)).atMost(Duration.ofMinutes(7))
                .pollInterval(Duration.ofMillis(500)).ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> asked.ask("GET", "/_cluster/health", ""),
                        health -> Stream.of(parts).allMatch(health::contains));
    }

    private void search() {
        float[] vector = SeedFixture.MODELS.embedder(Models.DEFAULT).embedQuery("a number");
        while (!over) {
            try (OpenSearchBackend backend = OpenSearchBackend.open(address(), ClusterAccess.OPEN)) {
                for (int i = 0; i < 20 && !over; i++) {
                    int words = backend.lexical("number", Filter.NONE).top(2 * ENTRIES).size();
                    int meaning = backend.dense(Models.DEFAULT, vector, Filter.NONE).nearest(2 * ENTRIES, Math::max)
                            .best().size();
                    if (words != ENTRIES || meaning != ENTRIES) {
                        failures.add("only " + words + " and " + meaning + " of " + ENTRIES);
                    }
                    searches.incrementAndGet();
                }
            } catch (RuntimeException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void writeNext() {
        int next = published.get() + 1;
        write(next);
        published.set(next);
    }

    private void write(int version) {
        try {
            Files.writeString(home.resolve("n0.md"), "# What is number 0?\nThe number of version " + version + ".\n");
            SeedFixture.index(OpenSearchSink.open(address(), ClusterAccess.OPEN, false), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            failures.add("write: " + e.getMessage());
        }
    }

    private static int version() {
        try (OpenSearchBackend backend = OpenSearchBackend.open(address(), ClusterAccess.OPEN)) {
            String answer = backend.entry(new EntryId("n0.md#what-is-number-0")).orElseThrow()
                    .entry().answer().text();
            return Integer.parseInt(answer.replaceAll("\\D", ""));
        }
    }
}
