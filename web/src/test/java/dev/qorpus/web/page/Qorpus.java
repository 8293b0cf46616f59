package dev.qorpus.web.page;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.web.UpToDate;

/**
 * {@code qorpus serve} as people run it: the packaged program in a process of its own.
 *
 * @param process the program
 * @param port the port it listens on
 */
record Qorpus(Process process, int port) implements AutoCloseable {

    private static final Pattern ANSWERS = Pattern.compile("Qorpus listens on http://127\\.0\\.0\\.1:(\\d+)/.*");
    private static final int ENDING_SECONDS = 60;
    private static final Path BUILT = Path.of("target");

    /** Serves a corpus with an index in a folder, and returns when it is ready. Port 0 is any free port. */
    static Qorpus serve(Path corpus, Path index, int port) {
        return serve(List.of(corpus), index, port, Map.of(), List.of(), List.of());
    }

    /** Serves several folders as one corpus, on a free port. */
    static Qorpus serve(List<Path> corpora, Path index) {
        return serve(corpora, index, 0, Map.of(), List.of(), List.of());
    }

    /** One folder on a free port, with variables in its environment and an option of the JVM. */
    static Qorpus serve(Path corpus, Path index, Map<String, String> environment, String option) {
        return serve(List.of(corpus), index, 0, environment, List.of(option), List.of());
    }

    /** One folder on a free port, with variables in its environment and further arguments. */
    static Qorpus serve(Path corpus, Path index, Map<String, String> environment, List<String> arguments) {
        return serve(List.of(corpus), index, 0, environment, List.of(), arguments);
    }

    private static Qorpus serve(List<Path> corpora, Path index, int port, Map<String, String> environment,
            List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                BUILT.resolve("qorpus-web.jar") + File.pathSeparator + BUILT.resolve("lib").resolve("*"),
                "dev.qorpus.web.cli.Main", "serve"));
        corpora.forEach(corpus -> command.add(corpus.toString()));
        command.addAll(List.of("--index", index.toString(), "--port", Integer.toString(port)));
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            Qorpus qorpus = new Qorpus(process, awaitPort(process));
            UpToDate.await(URI.create(qorpus.origin()), process);
            return qorpus;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
    }

    private static int awaitPort(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher matcher = ANSWERS.matcher(line);
            if (matcher.matches()) {
                // Later output is also read, because a full pipe would block the program.
                Thread.startVirtualThread(() -> lines.lines().forEach(System.out::println));
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IllegalStateException("qorpus serve ended before it answered; it said:\n" + said);
    }

    /** The page's origin, without a slash at its end. */
    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Stops it like Ctrl-C, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "qorpus serve did not end within " + ENDING_SECONDS + " s of being told to");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
