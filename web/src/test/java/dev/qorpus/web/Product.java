package dev.qorpus.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product as its users have it: the launcher at the root of the repository, run as a process.
 *
 * @param folder its working directory
 * @param environment variables set beside those of this process; an empty value unsets one
 */
public record Product(Path folder, Map<String, String> environment) {

    /** Integration tests run in the folder of their module. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** The launcher. */
    public static final String LAUNCHER = ROOT.resolve("qorpus").toString();
    /** The corpus of 27 entries on language models. */
    public static final String SEEDS = ROOT.resolve("seeds").toString();
    /** Judged questions on it. */
    public static final String JUDGMENTS = ROOT.resolve("seeds").resolve("judgments").toString();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 600;

    // What the launcher makes once is made here, where nothing is broken on purpose.
    static {
        Run first = in(ROOT).run("--version");
        if (first.exit() != 0) {
            throw new ExceptionInInitializerError(first.err());
        }
    }

    /** The product in a working directory. */
    public static Product in(Path folder) {
        return new Product(folder, Map.of());
    }

    /** What a process left behind. */
    public record Run(int exit, String out, String err) {

        /** Standard output as the one JSON object that it has to be. */
        public JsonNode json() {
            return parse(out);
        }

        /** The lines of standard error. */
        public List<String> errors() {
            return err.lines().toList();
        }
    }

    /** Reads JSON strictly: nothing may stand behind the value. */
    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    /** Runs {@code qorpus} with arguments to its end. */
    public Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER));
        command.addAll(List.of(arguments));
        return runCommand(command);
    }

    /** Runs any command line to its end. */
    public Run runCommand(List<String> command) {
        try {
            Path out = Files.createTempFile("qorpus-", ".out");
            Path err = Files.createTempFile("qorpus-", ".err");
            try {
                Process process = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + command);
                }
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, e);
        }
    }

    /** Skips the test aloud where a program is missing, and fails it under CI, which installs the program. */
    public void requireOnPath(String program) {
        if (runCommand(List.of("sh", "-c", "command -v " + program)).exit() == 0) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(program + " is missing, which CI installs");
        }
        System.err.println("SKIPPED: what needs " + program + ", which is not on PATH");
        Assumptions.abort(program + " is not on PATH");
    }

    /** A process of the product that is not started yet, without input and without settings from the environment. */
    public ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet()
                .removeAll(List.of("QORPUS_INDEX", "QORPUS_TRACE", "QORPUS_TOKEN", "QORPUS_JAVA_OPTIONS", "COLUMNS",
                        "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"));
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }
}
