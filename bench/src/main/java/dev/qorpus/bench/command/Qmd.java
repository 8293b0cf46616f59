package dev.qorpus.bench.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.qorpus.bench.Rounds;

/**
 * qmd as its users run it (tobi/qmd, MIT): a command in JavaScript over SQLite's full-text search. Its models are not in its
 * package, so only its search by words is run.
 */
final class Qmd {

    private static final List<String> PACKAGES = List.of("node@22", "@tobilu/qmd@2.8.3");

    private final Path folder;

    private Qmd(Path folder) {
        this.folder = folder;
    }

    /** Fetches it and the Node.js that it needs with npm, and indexes a folder. */
    static Qmd in(Path folder, Path corpus) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        Qmd qmd = new Qmd(folder);
        for (String name : PACKAGES) {
            qmd.run(List.of("npm", "install", "--no-audit", "--no-fund", name));
        }
        qmd.command("collection", "add", corpus.toAbsolutePath().toString(), "--name", "notes");
        return qmd;
    }

    /** The time of a search by words, from the start of the process to its end, in seconds. */
    double seconds(String question) throws IOException, InterruptedException {
        long began = System.nanoTime();
        command("search", question, "-n", "10");
        return Rounds.millisSince(began) / 1e3;
    }

    private void command(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("node_modules/.bin/qmd").toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.resolve("node_modules/node/bin").toString(),
                (path, node) -> node + ":" + path);
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + log);
        }
    }
}
