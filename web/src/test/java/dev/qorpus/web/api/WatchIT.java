package dev.qorpus.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.RunningServer;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A server that follows its corpus. */
class WatchIT {

    @TempDir
    static Path home;

    private static Path notes;
    private static RunningServer server;
    private static Client client;

    @BeforeAll
    static void serve() throws IOException {
        notes = Files.createDirectory(home.resolve("notes"));
        Files.writeString(notes.resolve("a.md"), "# What is an apple?\nA fruit.\n");
        server = RunningServer.start(Product.in(home), "notes", "--watch");
        client = new Client(server.address());
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    @Test
    void anEditIsFoundAndSaidInOneLine(@TempDir Path alone) throws Exception {
        Path quiet = Files.createDirectory(alone.resolve("notes"));
        Files.writeString(quiet.resolve("a.md"), "# What is an apple?\nA fruit.\n");
        try (RunningServer follower = RunningServer.start(Product.in(alone), "notes", "--watch")) {
            int before = follower.log().lines().toList().size();
            Files.writeString(quiet.resolve("edit.md"), "# What is a yak?\nA shaggy ox.\n");
            // The line is printed after publishing.
            await("the edit is said").until(() -> follower.log().lines().count() > before);
            follower.end(60);
            assertThat(follower.log().lines().skip(before)).singleElement().asString().contains("1 added");
        }
    }

    @Test
    void aFileThatIsReplacedInOneStepIsFound() throws Exception {
        Files.writeString(notes.resolve("saved.md"), "# What is a quince?\nA yellow fruit.\n");
        awaitFirst("yellow fruit", "saved.md");
        Path beside = Files.writeString(notes.resolve(".saved.md.tmp"), "# What is a quince?\nA hard pome.\n");
        Files.move(beside, notes.resolve("saved.md"), StandardCopyOption.ATOMIC_MOVE);
        awaitFirst("hard pome", "saved.md");
    }

    @Test
    void filesInANewFolderAreFoundAndThoseInARemovedOneAreGone() throws Exception {
        Path below = Files.createDirectories(notes.resolve("new").resolve("newer"));
        Files.writeString(below.resolve("deep.md"), "# What is a trench?\nThe deepest sea.\n");
        awaitFirst("deepest sea", "new/newer/deep.md");
        Files.move(notes.resolve("new"), home.resolve("elsewhere"));
        await("the entry is gone").until(
                () -> client.get("/api/entries/new%2Fnewer%2Fdeep.md%23what-is-a-trench").status() == 404);
    }

    @Test
    void whatFailsLeavesTheIndexAndIsSaidOnce() throws Exception {
        Path bad = notes.resolve("bad.md");
        Files.write(bad, new byte[]{'#', ' ', (byte) 0xE9, '\n'});
        await("the file is named").until(() -> server.log().contains("bad.md:1: not UTF-8"));
        Files.writeString(notes.resolve("more.md"), "# What is more?\nNot less.\n");
        awaitFirst("not less", "more.md");
        assertThat(server.log().lines().filter(line -> line.contains("not UTF-8"))).hasSize(1);
        Files.delete(bad);
    }

    @Test
    void noRequestFailsWhileTheIndexIsExchanged() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        List<String> failed = new ArrayList<>();
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            askers.add(Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    int status = client.get("/api/search?q=fruit&mode=hybrid").status();
                    if (status != 200) {
                        synchronized (failed) {
                            failed.add("status " + status);
                        }
                    }
                    answered.incrementAndGet();
                }
            }));
        }
        for (int round = 0; round < 5; round++) {
            Files.writeString(notes.resolve("round.md"), "# What is a round?\nThe turn number " + round + ".\n");
            awaitFirst("turn number " + round, "round.md");
        }
        await("enough was asked meanwhile").until(() -> answered.get() > 100);
        ended.set(true);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(failed).isEmpty();
    }

    /** Waits until the first hit of a question is in a file, with these words. */
    private static void awaitFirst(String words, String file) {
        await(file + " says " + words).until(() -> {
            var first = client.get("/api/search?q=" + words.replace(' ', '+')).ok().at("/hits/0");
            return first.at("/file").asString("").equals(file) && first.at("/answer").asString("").toLowerCase(
                    Locale.ROOT).contains(words);
        });
    }
}
