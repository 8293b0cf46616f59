package dev.qorpus.indexer.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Assumptions;

/**
 * The engine as the build unpacked it, to be run by a user that is not root.
 *
 * @param home of the engine, readable by that user
 * @param work a folder of its own for this process
 * @param asOther what a command begins with that is to run as that user; nothing if this user will do
 */
record OpenSearchInstallation(Path home, Path work, List<String> asOther) {

    private static final String NOBODY = "65534";

    private static Path unpacked() {
        return Path.of(System.getProperty("qorpus.opensearch", "../indexer/target/opensearch"))
                .resolve("opensearch-3.6.0").toAbsolutePath().normalize();
    }

    /** Without an engine tests are skipped aloud; under CI they fail. */
    static void requireUnpacked() {
        Path unpacked = unpacked();
        if (!Files.isExecutable(unpacked.resolve("bin/opensearch"))) {
            String absent = "no OpenSearch in " + unpacked + "; the build puts it there with -Popensearch or CI=true";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(absent);
            }
            System.getLogger(OpenSearchInstallation.class.getName()).log(System.Logger.Level.ERROR,
                    "skipped: " + absent);
            Assumptions.abort(absent);
        }
    }

    /** What was unpacked, readable by the user that runs it. */
    static OpenSearchInstallation find() {
        requireUnpacked();
        Path unpacked = unpacked();
        try {
            Path work = Files.createTempDirectory("qorpus-opensearch-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            if (!"root".equals(System.getProperty("user.name"))) {
                return new OpenSearchInstallation(unpacked, work, List.of());
            }
            // It refuses to run as root, and another user may not see where it was unpacked.
            run(List.of("cp", "-r", unpacked.toString(), work.resolve("engine").toString()));
            run(List.of("chmod", "-R", "a+rX", work.toString()));
            return new OpenSearchInstallation(work.resolve("engine"), work,
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a folder to the user that runs the engine. */
    void give(Path folder) {
        if (!asOther.isEmpty()) {
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        }
    }

    /** Removes all files of this process. */
    void remove() {
        run(List.of("rm", "-rf", work.toString()));
    }

    /** Removes the files of one node. */
    void remove(Path folder) {
        run(List.of("rm", "-rf", folder.toString()));
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JDK that runs these tests. */
    static String java() {
        return Objects.requireNonNull(System.getProperty("java.home"));
    }
}
