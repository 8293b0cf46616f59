package dev.qorpus.bench.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.qorpus.bench.Rounds;

/**
 * Runs the command as a user does.
 *
 * @param launcher of the project
 */
public record CommandLineRun(Path launcher) {

    /** A question that the seed answers. */
    static final String QUESTION = "why does my network forget the beginning of a long text";

    private static final int PATIENCE = 60;
    private static final int WARM_UP = 30;

    /** The time from the start of a process to its end. */
    double seconds(String... arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        return Rounds.millisSince(began) / 1e3;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A server of an index that has answered for a while. It tells of its entries once all are there. */
    Served serve(String index) throws IOException, InterruptedException {
        Served served = start(index);
        // The server compiles what it does often.
        for (int i = 0; i < WARM_UP; i++) {
            seconds("ask", QUESTION, "--index", index);
        }
        return served;
    }

    private Served start(String index) throws IOException {
        Process process = new ProcessBuilder(command("serve", "--index", index, "--port", "0"))
                .redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            if (line.contains(" entries (")) {
                return new Served(process, index);
            }
        }
        throw new IllegalStateException("the server ended: " + printed);
    }

    /**
     * A running server.
     *
     * @param index that it answers from
     */
    record Served(Process process, String index) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
            process.onExit().completeOnTimeout(process, PATIENCE, TimeUnit.SECONDS).join().destroyForcibly();
        }
    }
}
