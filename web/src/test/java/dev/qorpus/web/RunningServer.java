package dev.qorpus.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code qorpus serve} as a process that answers. */
public final class RunningServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Qorpus listens on (http://127\\.0\\.0\\.1:\\d+)/.*");

    private final Process process;
    private final Path log;
    private final URI address;

    private RunningServer(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Serves corpora on a free port, with its index in the working directory, once its index is up to date. */
    public static RunningServer start(Product product, String... corpora) {
        return start(product, List.of(), corpora);
    }

    /** The same by a command that becomes the one that follows it. */
    public static RunningServer start(Product product, List<String> before, String... corpora) {
        RunningServer server = startEarly(product, before, corpora);
        try {
            UpToDate.await(server.address, server.process);
            return server;
        } catch (AssertionError | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The same, but returns once it listens: its index may still be embedded. */
    public static RunningServer startEarly(Product product, List<String> before, String... corpora) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Product.LAUNCHER, "serve"));
        command.addAll(List.of(corpora));
        command.addAll(List.of("--port", "0"));
        return startCommand(product, command);
    }

    /** The same by any command that becomes a server. */
    public static RunningServer startCommand(Product product, List<String> command) {
        try {
            Path log = Files.createTempFile("qorpus-serve-", ".err");
            Process process = product.builder(command).redirectError(log.toFile()).start();
            URI address = CompletableFuture.supplyAsync(() -> address(process, log)).orTimeout(5, TimeUnit.MINUTES)
                    .whenComplete((found, e) -> {
                        if (e != null) {
                            process.destroyForcibly();
                        }
                    }).join();
            // What it prints later is read too, because a full pipe would block it.
            Thread.startVirtualThread(() -> process.inputReader().lines().forEach(line -> {}));
            return new RunningServer(process, log, address);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    private static URI address(Process process, Path log) {
        try {
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    return URI.create(ready.group(1));
                }
            }
            throw new AssertionError("the server ended before it answered: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the server prints", e);
        }
    }

    /** Where it listens: scheme, host and port. */
    public URI address() {
        return address;
    }

    /** What it wrote to standard error so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Has it collect all its garbage, as an operator does. */
    public void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collecting = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true).start();
        if (collecting.waitFor() != 0) {
            throw new AssertionError("jcmd cannot reach the server");
        }
    }

    /**
     * Tells it to end, as Ctrl-C and service managers do, and waits.
     *
     * @return its exit code
     */
    public int end(int seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running " + seconds + " s after it was told to end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + log, e);
        }
    }
}
