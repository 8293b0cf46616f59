package dev.qorpus.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An archive that was made, and a machine to try it on: one without Maven, and without a JDK on the path.
 *
 * @param archive the compressed tar file
 * @param home an empty folder
 */
record Release(Path archive, Path home) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 300;

    /** What a process printed, both streams in one. */
    record Run(int exit, String out) {}

    /** The archive of the build, for a machine whose programs are links in a folder of its own. */
    static Release of(Path home) throws IOException {
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            try (Stream<Path> programs = Files.exists(Path.of(folder)) ? Files.list(Path.of(folder)) : Stream.empty()) {
                for (Path program : programs.filter(Release::isOfTheMachine).toList()) {
                    Path link = bin.resolve(program.getFileName());
                    if (!Files.exists(link)) {
                        Files.deleteIfExists(link);
                        Files.createSymbolicLink(link, program);
                    }
                }
            }
        }
        return new Release(made(".tar.gz"), home);
    }

    private static boolean isOfTheMachine(Path program) {
        String name = program.getFileName().toString();
        return !name.startsWith("mvn") && !name.startsWith("java") && !name.equals("jlink");
    }

    /** The one file in target with an ending. */
    static Path made(String ending) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
            if (found.size() != 1) {
                throw new IllegalStateException("expected one file *" + ending + " in target, found " + found
                        + "; run 'mvn clean' first");
            }
            return found.getFirst();
        }
    }

    /** The name of the archive and of the folder in it. */
    String name() {
        return archive.getFileName().toString().replace(".tar.gz", "");
    }

    /** The folder that it is unpacked to. */
    Path folder() {
        return home.resolve(name());
    }

    /** Runs a command of a shell in the home folder. */
    Run shell(String command) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", command));
    }

    /** The same without a network. */
    Run offline(String command) throws IOException, InterruptedException {
        for (List<String> cut : List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"))) {
            if (run(concat(cut, List.of("true"))).exit() == 0) {
                return run(concat(cut, List.of("sh", "-c", command)));
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("this machine cannot cut a process off its network, and CI has to");
        }
        System.err.println("SKIPPED: the network is not cut off for: " + command);
        return shell(command);
    }

    /** A process of the machine that is not started yet. */
    ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QORPUS_") || name.startsWith("JAVA"));
        builder.environment().put("PATH", home.resolve("bin").toString());
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("qorpus-release", ".out");
        Process process = builder(command).redirectOutput(out.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + command);
        }
        Run run = new Run(process.exitValue(), Files.readString(out));
        Files.delete(out);
        return run;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
