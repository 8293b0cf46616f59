package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What can be seen of a corpus' files without reading them. */
final class FileStamps {

    private FileStamps() {}

    /** Names, sizes and times of all files that may be the corpus's. */
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

    /** Which of all files and folders it is, whatever name it has. */
    static Object identity(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "there" : key;
        } catch (IOException e) {
            return "gone";
        }
    }

    /** Without symbolic links; as it is named if it is not there. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    static void visit(Path root, Visitor visitor) {
        try {
            Files.walkFileTree(root, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** What vanishes while folders are walked through is none of the corpus's. */
    abstract static class Visitor extends SimpleFileVisitor<Path> {
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
