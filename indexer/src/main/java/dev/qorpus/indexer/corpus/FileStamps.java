package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The state of a corpus' files as far as it is known without reading them. */
final class FileStamps {

    private FileStamps() {}

    /** The names, sizes and times of all files that may belong to the corpus. */
    static Set<String> of(Corpus corpus) {
        Set<String> found = new HashSet<>();
        corpus.roots().forEach(root -> visit(real(root), new Visitor() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (FileFormats.parser(path).isPresent() || path.equals(real(root))) {
                    found.add(path + " " + attributes.size() + " " + attributes.lastModifiedTime());
                }
                return FileVisitResult.CONTINUE;
            }
        }));
        return found;
    }

    /** The identity of a file or folder, which does not depend on its name. */
    static Object identity(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "present" : key;
        } catch (IOException e) {
            return "absent";
        }
    }

    /** Resolves symbolic links. A path that does not exist is only made absolute. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    static void visit(Path root, Visitor visitor) {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** Ignores files that disappear during the walk, and visits a folder once although several links lead to it. */
    abstract static class Visitor extends SimpleFileVisitor<Path> {
        private final Set<Object> folders = new HashSet<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            return folders.add(key == null ? folder : key) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
