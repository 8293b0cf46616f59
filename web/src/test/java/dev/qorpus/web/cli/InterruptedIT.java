package dev.qorpus.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** An indexer that is told to end, and who meets it at work. */
class InterruptedIT {

    /** So many that two more programs start and end while they are embedded, on a fast machine too. */
    private static final int QUESTIONS = 5_000;
    /** Whoever runs the build in the background has its children ignore Ctrl-C, which no program can undo for itself. */
    private static final List<String> HEARING_INTERRUPTS = List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path home;

    @Test
    void itEndsAtOnceWithOneLineAndTheNextRunGoesOnFromThere() throws Exception {
        Product qorpus = Product.in(home);
        Path index = home.resolve(".qorpus");
        Notes.write(home.resolve("notes"), "old", 10);
        assertThat(qorpus.run("index", "notes").exit()).isZero();
        Notes.write(home.resolve("notes"), "new", QUESTIONS);

        Process first = start(qorpus, "first");
        awaitKept(index);
        Run second = qorpus.run("index", "notes");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.errors()).singleElement().asString().contains("is being written by another process");
        Run reader = qorpus.run("ask", "What is old 3?", "--json");
        assertThat(reader.json().at("/hits/0/question").asString()).isEqualTo("What is old 3?");
        assertThat(end(first, "INT")).isEqualTo(130);
        assertThat(Files.readAllLines(home.resolve("first.err"))).last().asString().startsWith("qorpus: interrupted");

        Process third = start(qorpus, "third");
        Thread.sleep(1500);
        assertThat(end(third, "TERM")).isEqualTo(143);

        Run last = qorpus.run("index", "notes", "--json");
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.json().get("entries").asInt()).isEqualTo(QUESTIONS);
        assertThat(last.json().get("embedded").asInt()).isLessThan(QUESTIONS);
        assertThat(Content.leftovers(index)).isEmpty();
    }

    private Process start(Product qorpus, String name) throws Exception {
        List<String> command = new ArrayList<>(HEARING_INTERRUPTS);
        command.addAll(List.of(Product.LAUNCHER, "index", "notes"));
        return qorpus.builder(command)
                .redirectOutput(home.resolve(name + ".out").toFile())
                .redirectError(home.resolve(name + ".err").toFile()).start();
    }

    /** Until the first batch is on disk. */
    private static void awaitKept(Path index) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(index.resolve("unpublished-vectors").resolve("segments_1"))) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    private static int end(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ended by " + signal).isTrue();
        return process.exitValue();
    }
}
