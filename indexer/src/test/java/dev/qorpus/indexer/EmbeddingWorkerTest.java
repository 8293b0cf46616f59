package dev.qorpus.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.opensearch.EmbeddingWorker;
import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.models.Models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Several processes that embed for one index. */
class EmbeddingWorkerTest {

    private static final int ENTRIES = 500;

    @TempDir
    Path home;

    private IndexedFolder folder;

    @BeforeAll
    static void node() {
        OpenSearchNode.shared();
    }

    @BeforeEach
    void notes() {
        folder = IndexedFolder.in(home,
                index -> OpenSearchSink.open(OpenSearchChangesTest.address(index), ClusterAccess.OPEN, false));
        folder.write("a.md", IntStream.range(0, ENTRIES).mapToObj(i -> "# What is " + i + "?\nA number, " + i + ".")
                .toArray(String[]::new));
    }

    private ClusterAddress address() {
        return OpenSearchChangesTest.address(folder.index());
    }

    private IndexReport index(EntrySink sink, Progress progress) {
        try (sink) {
            return new Indexer(IndexedFolder.MODELS, progress).index(Corpus.of(List.of(folder.notes())), sink,
                    List.of(), false);
        }
    }

    private int embed(EmbeddingWorker worker) {
        try (worker) {
            return new Indexer(IndexedFolder.MODELS, Progress.NONE).embed(Corpus.of(List.of(folder.notes())), worker,
                    List.of());
        }
    }

    private IndexReport afterOthers() {
        return index(OpenSearchSink.openAfterOthers(address(), ClusterAccess.OPEN), Progress.NONE);
    }

    @Test
    void twoDivideTheWork() {
        EntrySink writer = folder.engine().apply(folder.index());
        EmbeddingWorker worker = EmbeddingWorker.open(address(), ClusterAccess.OPEN).orElseThrow();
        CompletableFuture<IndexReport> writing = CompletableFuture.supplyAsync(() -> index(writer, Progress.NONE));
        CompletableFuture<Integer> working = CompletableFuture.supplyAsync(() -> embed(worker));

        int written = writing.join().counts().embedded();
        int byWorker = working.join();

        // An entry may count for both: one embeds its question, the other its answer.
        assertThat(written).isBetween(1, ENTRIES - 1);
        assertThat(byWorker).isBetween(ENTRIES - written, ENTRIES - 1);
        assertThat(afterOthers().counts()).isEqualTo(new IndexReport.Counts(0, 0, 0, 0, 0));
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    @Test
    void aWorkerFinishesWhatAWriterBegan() {
        EntrySink writer = folder.engine().apply(folder.index());
        EmbeddingWorker worker = EmbeddingWorker.open(address(), ClusterAccess.OPEN).orElseThrow();
        CompletableFuture<IndexReport> writing = CompletableFuture.supplyAsync(() -> index(writer, new Cutting()));
        CompletableFuture<Integer> working = CompletableFuture.supplyAsync(() -> embed(worker));
        assertThatThrownBy(writing::join).isInstanceOf(CompletionException.class).hasMessageContaining("cut");
        int byWorker = working.join();

        IndexReport rest = afterOthers();

        assertThat(byWorker).isPositive();
        assertThat(rest.counts().added()).isEqualTo(ENTRIES);
        assertThat(rest.counts().embedded()).isLessThan(ENTRIES);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    /** Half a minute: so long its claims are respected. */
    @Test
    @Tag("long")
    void aWorkerThatDiesLosesNothing() {
        EntrySink writer = folder.engine().apply(folder.index());
        CompletableFuture<IndexReport> writing = CompletableFuture.supplyAsync(() -> index(writer, Progress.NONE));
        Set<String> all = IntStream.range(0, ENTRIES).mapToObj(i -> "What is " + i + "?").collect(Collectors.toSet());
        try (EmbeddingWorker worker = EmbeddingWorker.open(address(), ClusterAccess.OPEN).orElseThrow()) {
            Set<String> claimed = Set.of();
            while (claimed.isEmpty() && !writing.isDone()) {
                claimed = worker.vectors().claim(
                        new ModelChoice(IndexedFolder.MODELS, new ModelChoice.Wish(List.of(), true, false), null, "")
                                .entry(IndexedFolder.MODELS.describe(Models.DEFAULT)),
                        all);
            }
            assertThat(claimed).isNotEmpty();
        }
        assertThat(writing.join().counts().added()).isEqualTo(ENTRIES);
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
    }

    /** Ends the run at its first word of progress. */
    private static final class Cutting implements Progress {
        @Override
        public void start(long entries) {}

        @Override
        public void embedded(long entries) {
            throw new IllegalStateException("cut");
        }

        @Override
        public void end() {}
    }
}
