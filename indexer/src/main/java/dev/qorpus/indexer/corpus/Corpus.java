package dev.qorpus.indexer.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.source.SingleLine;

/**
 * The folders and files with questions and answers. Hidden folders, {@code node_modules}, and folders with
 * {@code qrels.tsv} (judged collections) are ignored. Symbolic links are not followed.
 *
 * @param roots the folders and files, as given
 */
public record Corpus(List<Path> roots) {

    /** Copies the list. */
    public Corpus {
        roots = List.copyOf(roots);
    }

    /**
     * Creates a corpus from folders and files.
     *
     * @throws CorpusException if one of them does not exist, or is a judged collection
     */
    public static Corpus of(List<Path> roots) {
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new CorpusException(root.toString(),
                        "no such file or folder; name a folder with questions and answers");
            }
            if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
                throw new CorpusException(root.toString(), "neither a file nor a folder; name a file or a folder");
            }
            if (Files.exists(root.resolve(CorpusWalk.JUDGMENTS))) {
                throw new CorpusException(root.toString(),
                        "contains " + CorpusWalk.JUDGMENTS
                                + ", so it is a judged collection, not a corpus; run 'qorpus eval " + root
                                + "', or name " + root.resolve("corpus.jsonl"));
            }
        }
        return new Corpus(roots);
    }

    /**
     * Lists the files, ordered by name, and the places that cannot be listed.
     *
     * @throws CorpusException if there is no file, or if two files have the same name
     */
    public CorpusWalk.Listing listing() {
        CorpusWalk.Listing listing = CorpusWalk.emptyListing();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                CorpusWalk.through(root, listing);
            } else {
                String name = SingleLine.of(root.getFileName().toString());
                listing.files().add(new CorpusWalk.SourceFile(root, name, FileFormats.explicitParser(root)));
            }
        }
        if (listing.files().isEmpty()) {
            String first = listing.findings().isEmpty() ? "" : " (" + listing.findings().getFirst() + ")";
            throw new CorpusException(join(),
                    "no file that can be read" + first + "; name a folder with files of these formats: "
                            + FileFormats.description());
        }
        listing.files().sort(Comparator.comparing(CorpusWalk.SourceFile::name));
        refuseEqualNames(listing.files());
        return listing;
    }

    private static void refuseEqualNames(List<CorpusWalk.SourceFile> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw new CorpusException(sorted.get(i).path().toString(),
                        "has the same name in the corpus as " + sorted.get(i - 1).path()
                                + ", which is " + sorted.get(i).name() + "; name the folder above both instead");
            }
        }
    }

    /**
     * The paths of the files, by the names in entries and findings.
     *
     * @throws CorpusException if there is no file, or if two files have the same name
     */
    public SortedMap<String, Path> paths() {
        SortedMap<String, Path> paths = new TreeMap<>();
        listing().files().forEach(file -> paths.put(file.name(), file.path()));
        return paths;
    }

    /** The roots in one line, for messages. */
    String join() {
        return String.join(", ", roots.stream().map(Path::toString).toList());
    }
}
