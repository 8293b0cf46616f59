package dev.qorpus.indexer.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.source.OneLine;

/**
 * Where questions and answers are kept: folders and files. Hidden folders, {@code node_modules},
 * and folders that hold {@code qrels.tsv} (a judged collection, not a corpus), are left out; symbolic links are
 * not followed.
 *
 * @param roots folders and files, as given
 */
public record Corpus(List<Path> roots) {

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
                        "no such file or folder; name a folder that holds questions and answers");
            }
            if (!Files.isDirectory(root) && !Files.isRegularFile(root)) {
                throw new CorpusException(root.toString(), "neither a file nor a folder; name one of these");
            }
            if (Files.exists(root.resolve(CorpusWalk.JUDGMENTS))) {
                throw new CorpusException(root.toString(),
                        "holds " + CorpusWalk.JUDGMENTS
                                + ", so it is a judged collection, not a corpus; run 'qorpus eval " + root
                                + "', or name " + root.resolve("corpus.jsonl"));
            }
        }
        return new Corpus(roots);
    }

    /**
     * Its files, in the order of their names, and what could not be listed.
     *
     * @throws CorpusException if there is no file, or two have one name
     */
    public CorpusWalk.Listing listing() {
        CorpusWalk.Listing listing = CorpusWalk.emptyListing();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                CorpusWalk.through(root, listing);
            } else {
                String name = OneLine.of(root.getFileName().toString());
                listing.files().add(new CorpusWalk.SourceFile(root, name, FileFormats.explicitParser(root)));
            }
        }
        if (listing.files().isEmpty()) {
            String first = listing.findings().isEmpty() ? "" : " (" + listing.findings().getFirst() + ")";
            throw new CorpusException(join(),
                    "no file of questions and answers in it" + first + "; name a folder that has some: "
                            + FileFormats.description());
        }
        listing.files().sort(Comparator.comparing(CorpusWalk.SourceFile::name));
        refuseEqualNames(listing.files());
        return listing;
    }

    private static void refuseEqualNames(List<CorpusWalk.SourceFile> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw new CorpusException(sorted.get(i).path().toString(), "also found as " + sorted.get(i - 1).path()
                        + "; both would be named " + sorted.get(i).name() + ": name the folder above both instead");
            }
        }
    }

    /**
     * Where its files are, by the names that entries and findings carry.
     *
     * @throws CorpusException if there is none, or two have one name
     */
    public SortedMap<String, Path> paths() {
        SortedMap<String, Path> paths = new TreeMap<>();
        listing().files().forEach(file -> paths.put(file.name(), file.path()));
        return paths;
    }

    /** The roots in one line, for messages and manifests. */
    String join() {
        return String.join(", ", roots.stream().map(Path::toString).toList());
    }
}
