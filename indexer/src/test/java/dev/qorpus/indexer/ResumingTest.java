package dev.qorpus.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.corpus.Corpus;
import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A run that ends before it published, and the one after it. */
class ResumingTest {

    private static final int ENTRIES = 100;

    /** Stands for a power cut: nothing after it happens. */
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path home;

    private IndexedFolder folder;
    private long embedded;

    @BeforeEach
    void notes() {
        folder = IndexedFolder.in(home, LuceneSink::open);
        folder.write("a.md", IntStream.range(0, ENTRIES).mapToObj(i -> "# What is " + i + "?\nA number.")
                .toArray(String[]::new));
    }

    @Test
    void whatWasEmbeddedIsNotEmbeddedAgain() {
        assertThatThrownBy(() -> folder.run(cutAfter(1))).isInstanceOf(Cut.class);
        assertThat(folder.content().manifest()).isEmpty();
        assertThat(embedded).isBetween(1L, ENTRIES - 1L);

        IndexReport report = folder.run();

        assertThat(report.counts().added()).isEqualTo(ENTRIES);
        assertThat(report.counts().embedded()).isEqualTo((int) (ENTRIES - embedded));
        assertThat(folder.content()).isEqualTo(folder.clean(home.resolve("clean")));
        assertThat(kept()).doesNotExist();
    }

    @Test
    void whatWasKeptGoesWhenNothingIsLeftToDo() {
        folder.run();
        IndexedFolder.Content before = folder.content();
        String same = read();
        folder.write("a.md", IntStream.range(0, ENTRIES).mapToObj(i -> "# Why is " + i + "?\nSo.")
                .toArray(String[]::new));
        assertThatThrownBy(() -> folder.run(cutAfter(1))).isInstanceOf(Cut.class);
        assertThat(kept()).isDirectory();
        assertThat(folder.content()).isEqualTo(before);

        folder.write("a.md", same.stripTrailing());
        assertThat(folder.run().counts()).isEqualTo(new IndexReport.Counts(0, 0, 0, 0, 0));
        assertThat(kept()).doesNotExist();
    }

    @Test
    void damagedLeftoversAreForgotten() throws Exception {
        assertThatThrownBy(() -> folder.run(cutAfter(1))).isInstanceOf(Cut.class);
        try (var files = Files.list(kept())) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[]{1, 2, 3});
            }
        }
        assertThat(folder.run().counts().embedded()).isEqualTo(ENTRIES);
    }

    @Test
    void aRebuildEmbedsAllAgain() {
        folder.run();
        try (EntrySink sink = LuceneSink.open(folder.index(), true)) {
            IndexReport report = new Indexer(IndexedFolder.MODELS, Progress.NONE)
                    .index(Corpus.of(List.of(folder.notes())), sink, List.of(), true);
            assertThat(report.counts()).isEqualTo(new IndexReport.Counts(ENTRIES, 0, 0, 0, ENTRIES));
        }
    }

    @Test
    void aDamagedIndexSaysSo() throws Exception {
        folder.run();
        try (var files = Files.list(folder.index())) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments")).toList()) {
                Files.write(file, new byte[]{1, 2, 3});
            }
        }
        assertThatThrownBy(folder::run).isInstanceOf(IndexException.class).hasMessageContaining("is damaged")
                .hasMessageContaining("qorpus index --rebuild");
    }

    private Path kept() {
        return folder.index().resolve("unpublished-vectors");
    }

    private String read() {
        try {
            return Files.readString(folder.notes().resolve("a.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the run when it says for the nth time that it has embedded something. */
    private Progress cutAfter(int batches) {
        return new Progress() {
            private int heard;

            @Override
            public void start(long entries) {}

            @Override
            public void embedded(long entries) {
                embedded += entries;
                if (++heard == batches) {
                    throw new Cut();
                }
            }

            @Override
            public void end() {}
        };
    }
}
