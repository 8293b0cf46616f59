package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What wakes a watcher, and what does not. */
class CorpusWatcherTest {

    @TempDir
    Path home;

    private Path notes;
    private CorpusWatcher watcher;

    @BeforeEach
    void watch() throws IOException {
        notes = Files.createDirectory(home.resolve("notes"));
        Files.writeString(notes.resolve("a.md"), "# What is an apple?\nA fruit.\n");
        watcher = CorpusWatcher.open(Corpus.of(List.of(notes)));
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    @Test
    void anEditWakesIt() throws Exception {
        CompletableFuture<Boolean> woken = await();
        Files.writeString(notes.resolve("a.md"), "# What is an apple?\nA round fruit.\n");
        assertThat(woken.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aFolderThatIsMovedAwayAndComesBackWakesIt() throws Exception {
        CompletableFuture<Boolean> gone = await();
        Files.move(notes, home.resolve("elsewhere"));
        Files.createDirectory(notes);
        Files.writeString(notes.resolve("b.md"), "# What is a pear?\n");
        assertThat(gone.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.md.swp", ".a.md", ".#a.md", "a.md~", "4913", "#a.md#", "a.tmp", ".git/b.md"})
    void whatEditorsWriteBesideAFileDoesNotWakeIt(String name) throws Exception {
        CompletableFuture<Boolean> woken = await();
        Files.createDirectories(notes.resolve(name).getParent());
        Files.writeString(notes.resolve(name), "# What is this?\n");
        // That nothing happens takes some time to see: twice the rest that it waits for.
        assertThatThrownBy(() -> woken.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void closingEndsTheWait() throws Exception {
        CompletableFuture<Boolean> woken = await();
        watcher.close();
        assertThat(woken.get(1, TimeUnit.MINUTES)).isFalse();
    }

    private CompletableFuture<Boolean> await() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return watcher.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }
}
