package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * Walks through a corpus folder and collects its files. A place that cannot be listed becomes a finding, and the walk
 * continues.
 */
public final class CorpusWalk extends SimpleFileVisitor<Path> {

    /** A folder with this file is a judged collection, not a corpus. */
    static final String JUDGMENTS = "qrels.tsv";

    /** Folders with files of other people. */
    private static final Set<String> IGNORED = Set.of("node_modules");

    /**
     * A file of a corpus.
     *
     * @param path the path of the file
     * @param name the name below the corpus folder, in one line
     * @param parser the parser of its format
     */
    public record SourceFile(Path path, String name, FileParser parser) {}

    /** The files of a corpus, and the places that could not be listed. */
    public record Listing(List<SourceFile> files, List<Finding> findings) {}

    private final Path root;
    private final Listing listing;

    private CorpusWalk(Path root, Listing listing) {
        this.root = root;
        this.listing = listing;
    }

    /**
     * Adds the files of a folder to a listing.
     *
     * @throws CorpusException if the folder itself cannot be listed
     */
    static void through(Path named, Listing listing) {
        try {
            // A symbolic link that the user named is followed. Links inside the folder are not.
            Path root = named.toRealPath();
            Files.walkFileTree(root, new CorpusWalk(root, listing));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + named, e);
        }
    }

    static Listing emptyListing() {
        return new Listing(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isIgnored(folder) || Files.exists(folder.resolve(JUDGMENTS))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        // Pipes and devices are never opened, because reading them may block for ever.
        if (attributes.isRegularFile()) {
            FileFormats.parser(path).filter(parser -> !parser.isForeign(() -> Files.newInputStream(path)))
                    .ifPresent(parser -> listing.files().add(new SourceFile(path, name(path), parser)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (path.equals(root)) {
            throw new CorpusException(path.toString(), "cannot be read; make it readable, or name another folder");
        }
        if (Files.isDirectory(path)) {
            folderFailed(path);
        } else if (!isIgnored(path)) {
            unreadable(name(path), "cannot be read; make it readable, or move it elsewhere");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            folderFailed(folder);
        }
        return FileVisitResult.CONTINUE;
    }

    private void folderFailed(Path folder) {
        if (!isIgnored(folder)) {
            unreadable(name(folder) + "/", "the folder cannot be listed; make it readable, or move it elsewhere");
        }
    }

    private void unreadable(String name, String message) {
        listing.findings().add(new Finding(Finding.Rule.UNREADABLE_FILE, name, 1, null, message));
    }

    private boolean isIgnored(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return !path.equals(root) && (name.startsWith(".") || IGNORED.contains(name));
    }

    private String name(Path path) {
        return SingleLine.of(root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/"));
    }
}
