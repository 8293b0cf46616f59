package dev.qorpus.indexer.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where questions and answers are kept: folders and files. Hidden folders, and folders that hold
 * {@code qrels.tsv} (a judged collection, not a corpus), are left out; symbolic links are not followed.
 *
 * @param roots folders and files, as given
 */
public record Corpus(List<Path> roots) {

    private static final String JUDGMENTS = "qrels.tsv";

    /** One file of a corpus: its path, its name below the corpus folder, and who reads it. */
    record SourceFile(Path path, String name, FileParser parser) {}

    /** Keeps a copy. */
    public Corpus {
        roots = List.copyOf(roots);
    }

    /**
     * The corpus below some folders or files.
     *
     * @throws CorpusException if one of them does not exist or is a judged collection
     */
    public static Corpus of(List<Path> roots) {
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new CorpusException(root.toString(),
                        "no such file or folder; name a folder of Markdown or JSONL");
            }
            if (Files.exists(root.resolve(JUDGMENTS))) {
                throw new CorpusException(root.toString(),
                        "holds " + JUDGMENTS + ", so it is a judged collection, not a corpus; run 'qorpus eval " + root
                                + "', or name " + root.resolve("corpus.jsonl"));
            }
        }
        return new Corpus(roots);
    }

    /**
     * Its files, in the order of their names.
     *
     * @throws CorpusException if there is none, or two have one name
     */
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                walk(root, files);
            } else {
                files.add(new SourceFile(root, root.getFileName().toString(), FileParsers.ofNamed(root)));
            }
        }
        if (files.isEmpty()) {
            throw new CorpusException(join(),
                    "no Markdown (.md) or JSONL (.jsonl) file in it; name a folder that has some");
        }
        files.sort(Comparator.comparing(SourceFile::name));
        for (int i = 1; i < files.size(); i++) {
            if (files.get(i).name().equals(files.get(i - 1).name())) {
                throw new CorpusException(files.get(i).path().toString(), "also found as " + files.get(i - 1).path()
                        + "; both would be named " + files.get(i).name() + ": name the folder above both instead");
            }
        }
        return files;
    }

    /**
     * Where its files are, by the names that entries and findings carry.
     *
     * @throws CorpusException if there is none, or two have one name
     */
    public SortedMap<String, Path> paths() {
        SortedMap<String, Path> paths = new TreeMap<>();
        files().forEach(file -> paths.put(file.name(), file.path()));
        return paths;
    }

    /** The roots in one line, for messages and manifests. */
    String join() {
        return String.join(", ", roots.stream().map(Path::toString).toList());
    }

    private static void walk(Path named, List<SourceFile> files) {
        try {
            // A link that is named is meant; links inside are not followed.
            Path root = named.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                    return hidden || Files.exists(folder.resolve(JUDGMENTS))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        String name = root.relativize(path).toString().replace(path.getFileSystem().getSeparator(),
                                "/");
                        FileParsers.of(path)
                                .ifPresent(parser -> files.add(new SourceFile(path, name, parser)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    throw new CorpusException(path.toString(),
                            "cannot be read; make it readable, or move it elsewhere");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + named, e);
        }
    }
}
