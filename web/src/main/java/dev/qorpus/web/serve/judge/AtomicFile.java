package dev.qorpus.web.serve.judge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small text file that is replaced as a whole: readers see the old or the new one, also after a crash.
 *
 * @param path where it is
 * @param secret whether only the owner may read it
 */
record AtomicFile(Path path, boolean secret) {

    /** Larger files are not read into memory. */
    static final int LARGEST = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /**
     * The text; empty if there is no file.
     *
     * @throws IOException if it cannot be read, is not UTF-8 or is too large
     */
    String read() throws IOException {
        try {
            if (Files.size(path) > LARGEST) {
                throw new IOException(path + " is larger than " + (LARGEST >> 20) + " MB");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** What changes with each change of the file: its time and size. */
    String stamp() throws IOException {
        return Files.exists(path) ? Files.getLastModifiedTime(path) + " " + Files.size(path) : "none";
    }

    /** Replaces the text. If that fails, the old one stays. */
    void write(String text) throws IOException {
        // A file that its owner keeps elsewhere stays there.
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path written = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(written, text);
            keepPermissions(written);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        syncFolder();
    }

    /** A planted link is not followed, because the file must be new. */
    private void fill(Path written, String text) throws IOException {
        Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes = secret && isPosix()
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(written, fresh, attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void keepPermissions(Path written) throws IOException {
        if (!secret && isPosix() && Files.exists(path)) {
            Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(path));
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Without it, a power failure may undo the move. Some systems cannot sync a folder. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synced; the file itself is whole either way", path, e);
        }
    }
}
