package dev.qorpus.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.web.Product;
import dev.qorpus.web.Product.Run;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** An indexer that is told to end, and who meets it at work. */
class InterruptedIT {

    /** So many that two more programs start and end while they are embedded, on a fast machine too. */
    private static final int QUESTIONS = 5_000;
    /** Whoever runs the build in the background has its children ignore Ctrl-C, which no program can undo for itself. */
    private static final List<String> HEARING_INTERRUPTS = List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV");
    private static final int ENDING_SECONDS = 30;

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
        await("the first keeps a batch").until(() -> !lastCommit(index).isEmpty());
        Run second = qorpus.run("index", "notes");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.errors()).singleElement().asString().contains("is being written by another process");
        Run reader = qorpus.run("ask", "What is old 3?", "--json");
        assertThat(reader.json().at("/hits/0/question").asString()).isEqualTo("What is old 3?");
        assertThat(end(first, "INT")).isEqualTo(130);
        assertThat(Files.readAllLines(home.resolve("first.err"))).last().asString().startsWith("qorpus: interrupted");

        String kept = lastCommit(index);
        Process third = start(qorpus, "third");
        await("the third keeps a batch of its own").until(() -> !lastCommit(index).equals(kept));
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

    /** The file of Lucene's last commit of vectors that are not published yet: another after each batch. */
    private static String lastCommit(Path index) {
        String[] commits = index.resolve("unpublished-vectors").toFile()
                .list((folder, name) -> name.startsWith("segments_"));
        return commits == null
                ? ""
                : Stream.of(commits).max(Comparator.comparingInt(String::length).thenComparing(name -> name))
                        .orElse("");
    }

    private static int end(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)).as("ended by " + signal).isTrue();
        return process.exitValue();
    }
}
