package dev.qorpus.models.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import dev.qorpus.models.ModelFile;

/**
 * A file of a model whose content is checked before it is used, at most once a day: reading 90 MB takes as long as opening a
 * model. A note beside the file says which file was checked: its length, time and identity. So a file that was written since is
 * checked again. A disk that spoils a file and keeps its time is noticed within a day, or by {@code qorpus doctor}.
 *
 * @param path of the file
 */
public record CheckedFile(Path path) {

    private static final String NOTE = ".checked";
    private static final Duration TRUST = Duration.ofDays(1);
    /** Clocks of file systems are coarse: what is written right after a check may have the time of what was checked. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int PART = 1 << 18;

    /** Whether the file has the length and CRC-32 of a model's file. */
    public boolean is(ModelFile file) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
            return false;
        }
        String state = state(file);
        if (wasFound(state)) {
            return true;
        }
        if (crc() != file.crc32()) {
            return false;
        }
        note(state);
        return true;
    }

    /** What differs if the file was written since, or if another content is expected. */
    private String state(ModelFile file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return found.size() + " " + found.lastModifiedTime().toInstant() + " " + found.fileKey() + " " + file.crc32();
    }

    private Path note() {
        return path.resolveSibling(path.getFileName() + NOTE);
    }

    private boolean wasFound(String state) {
        try {
            Instant checked = Files.getLastModifiedTime(note()).toInstant();
            Instant now = Instant.now();
            return checked.isAfter(now.minus(TRUST)) && !checked.isAfter(now)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(checked.minus(SETTLED))
                    && Files.readString(note()).equals(state);
        } catch (IOException e) {
            return false;
        }
    }

    /** Without a note, as in a folder that is read-only, the file is checked each time. */
    private void note(String state) {
        try {
            Files.writeString(note(), state);
        } catch (IOException e) {
            System.getLogger(CheckedFile.class.getName()).log(System.Logger.Level.DEBUG, "not noted", e);
        }
    }

    /** The CRC-32 of the file. It is read into one buffer: mapping the file instead would map each of its pages. */
    long crc() throws IOException {
        CRC32 crc = new CRC32();
        ByteBuffer part = ByteBuffer.allocateDirect(PART);
        try (FileChannel channel = FileChannel.open(path)) {
            while (channel.read(part) >= 0) {
                crc.update(part.flip());
                part.clear();
            }
        }
        return crc.getValue();
    }

    /** Has all files in the folders of a folder checked when they are used next. */
    public static void forgetAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path note : files.filter(file -> file.toString().endsWith(NOTE)).toList()) {
                Files.deleteIfExists(note);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(CheckedFile.class.getName()).log(System.Logger.Level.DEBUG, "not forgotten", e);
        }
    }
}
