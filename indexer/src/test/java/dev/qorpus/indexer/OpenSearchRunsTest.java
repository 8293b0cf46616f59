package dev.qorpus.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Runs into a cluster that end before they published, and what readers see meanwhile. */
class OpenSearchRunsTest {

    private static final int ENTRIES = 100;

    @TempDir
    Path home;

    private IndexedFolder folder;

    /** Stands for a power cut: nothing after it happens. */
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void node() {
        OpenSearchNode.shared();
    }

    @BeforeEach
    void notes() {
        folder = IndexedFolder.in(home, index -> open(index, false));
        write("What is");
    }

    private static EntrySink open(Path index, boolean anew) {
        return OpenSearchSink.open(OpenSearchChangesTest.address(index), ClusterAccess.OPEN, anew);
    }

    private void write(String question) {
        folder.write("a.md", IntStream.range(0, ENTRIES).mapToObj(i -> "# " + question + " " + i + "?\nA number.")
                .toArray(String[]::new));
    }

    @Test
    void whatWasEmbeddedIsNotEmbeddedAgain() {
        int[] embedded = {0};
        assertThatThrownBy(() -> folder.run(cut(embedded))).isInstanceOf(Cut.class);
        assertThat(folder.content().manifest()).isEmpty();

        IndexReport report = folder.run();

        assertThat(report.counts().embedded()).isEqualTo(ENTRIES - embedded[0]).isLessThan(ENTRIES);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
        assertThat(ask("GET", "/" + name() + ".kept").path("status").asInt()).isEqualTo(404);
    }

    @Test
    void aRunThatDidNotPublishLeavesNoTrace() {
        folder.run();
        IndexedFolder.Content before = folder.content();
        write("Why is");
        assertThatThrownBy(() -> folder.run(cut(new int[1]))).isInstanceOf(Cut.class);
        assertThat(folder.content()).isEqualTo(before);
        assertThat(documents(1)).isEqualTo(2 * ENTRIES + 1);

        write("What is");
        assertThat(folder.run().counts()).isEqualTo(new IndexReport.Counts(0, 0, 0, 0, 0));
        assertThat(documents(1)).isEqualTo(2 * ENTRIES + 1);
    }

    @Test
    void whatIsReplacedStaysForReadersOfTheStateBefore() {
        folder.run();
        write("Why is");
        folder.run();
        assertThat(documents(1)).as("both states").isEqualTo(2 * (2 * ENTRIES + 1));
        write("Who is");
        folder.run();
        assertThat(documents(1)).as("the last two states").isEqualTo(2 * (2 * ENTRIES + 1));
    }

    @Test
    void aRebuildIsAnIndexOfItsOwnUntilItIsPublished() {
        folder.run();
        try (EntrySink sink = open(folder.index(), true)) {
            IndexReport report = new Indexer(IndexedFolder.MODELS, Progress.NONE)
                    .index(Corpus.of(List.of(folder.notes())), sink, List.of(), true);
            assertThat(report.counts()).isEqualTo(new IndexReport.Counts(ENTRIES, 0, 0, 0, ENTRIES));
        }
        assertThat(ask("GET", "/_alias/" + name()).propertyNames()).containsExactly(name() + ".2");
        assertThat(documents(1)).as("for readers of the state before").isEqualTo(2 * ENTRIES + 1);
    }

    @Test
    void twoRunsAtOnceAreRefused() {
        try (EntrySink sink = open(folder.index(), false)) {
            assertThat(sink.manifest()).isEmpty();
            assertThatThrownBy(folder::run).isInstanceOf(IndexException.class)
                    .hasMessageContaining("is being written by another process (");
        }
    }

    private String name() {
        return OpenSearchChangesTest.address(folder.index()).index();
    }

    private int documents(int number) {
        String index = "/" + name() + "." + number;
        ask("POST", index + "/_refresh");
        return ask("GET", index + "/_count").path("count").asInt();
    }

    private static JsonNode ask(String method, String path) {
        return JsonMapper.shared().readTree(OpenSearchNode.shared().ask(method, path, ""));
    }

    /** Ends the run when it says for the first time that it has embedded something. */
    private static Progress cut(int[] embedded) {
        return new Progress() {
            @Override
            public void start(long entries) {}

            @Override
            public void embedded(long entries) {
                embedded[0] += (int) entries;
                throw new Cut();
            }

            @Override
            public void end() {}
        };
    }
}
