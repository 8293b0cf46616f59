package dev.qorpus.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.abort;

/** Files in a state that no user wants them in. */
final class BadFolders {

    /** Even root gets an error for its first byte. */
    private static final Path UNREADABLE = Path.of("/proc/self/mem");

    private BadFolders() {}

    /** The files of an index by name; the lock, which is empty, left out. */
    static SortedMap<String, String> contents(Path index) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.filter(found -> !found.endsWith("write.lock")).toList()) {
                contents.put(file.getFileName().toString(),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    /** Bytes of Latin-1 that are not UTF-8. */
    static void spoil(Path file) throws IOException {
        Files.write(file, new byte[]{'#', ' ', 'c', 'a', 'f', (byte) 0xE9, '\n'});
    }

    /** Makes a file that no user can read. */
    static void lock(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(file)) {
            if (!Files.exists(UNREADABLE)) {
                System.err.println("SKIPPED: this user reads every file");
                abort("this user reads every file: what an unreadable one does was NOT tested");
            }
            Files.delete(file);
            Files.createSymbolicLink(file, UNREADABLE);
        }
    }

    /** Cuts the commit of an index short, as a full disk or a bad copy does. */
    static void truncateCommit(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            Path commit = files.filter(file -> file.getFileName().toString().startsWith("segments_")).findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(commit);
            Files.write(commit, Arrays.copyOf(bytes, bytes.length / 2));
        }
    }
}
