package dev.qorpus.web.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a site. A new site is written beside it and takes its place when it is whole, so that a run that fails
 * leaves the earlier one.
 *
 * @param folder which need not exist
 */
public record SiteFolder(Path folder) {

    /** The file by which an earlier export is known. */
    static final String MARKER = "qorpus-site.json";

    /** Writes a site. */
    interface Writer {
        void write(Path staging) throws IOException;
    }

    /** Whether nothing is lost if the folder is replaced: it does not exist, is empty, or is an earlier export. */
    public boolean isReplaceable() {
        if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(MARKER))) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes a site, which then takes the place of what was there. */
    void replace(Writer writer) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw failed(new IOException("it has no folder above it"));
        }
        String name = "." + target.getFileName();
        Path staging = parent.resolve(name + ".new");
        Path before = parent.resolve(name + ".old");
        try {
            Files.createDirectories(parent);
            delete(staging);
            Files.createDirectory(staging);
            writer.write(staging);
            delete(before);
            if (Files.exists(target)) {
                Files.move(target, before);
            }
            Files.move(staging, target);
            delete(before);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the site cannot be written to " + folder, e);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
