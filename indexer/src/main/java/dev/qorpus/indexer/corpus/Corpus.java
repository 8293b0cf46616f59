package dev.qorpus.indexer.corpus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

/**
 * The folders and files with questions and answers. Hidden folders, folders that build tools write, judged collections
 * ({@code qrels.tsv}) and what {@code .gitignore} and {@code .qorpusignore} name are ignored. Symbolic links are followed
 * once.
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
     * Lists the files, ordered by name, and what is not read. It may be empty.
     *
     * @throws CorpusException if a root cannot be listed, or if two files have the same name
     */
    public CorpusListing listing() {
        CorpusWalk walk = new CorpusWalk();
        List<CorpusListing> roots = this.roots.stream()
                .map(root -> Files.isDirectory(root) ? walk.folder(root) : walk.file(root)).toList();
        walk.followLinks();
        CorpusListing all = new CorpusListing(Path.of(""));
        List<String> prefixes = RootNames.prefixes(roots);
        for (int i = 0; i < prefixes.size(); i++) {
            all.add(roots.get(i), prefixes.get(i));
        }
        all.files().sort(Comparator.comparing(CorpusListing.SourceFile::name));
        all.findings().sort(Finding.BY_PLACE);
        all.ignored().sort(Comparator.comparing(IgnoredPath::name));
        refuseEqualNames(all.files());
        return all;
    }

    private static void refuseEqualNames(List<CorpusListing.SourceFile> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw new CorpusException(sorted.get(i).path().toString(),
                        "has the same name in the corpus as " + sorted.get(i - 1).path()
                                + ", which is " + sorted.get(i).name() + "; rename one of them");
            }
        }
    }

    /**
     * The paths of the files, by the names in entries and findings.
     *
     * @throws CorpusException if a root cannot be listed, or if two files have the same name
     */
    public SortedMap<String, Path> paths() {
        SortedMap<String, Path> paths = new TreeMap<>();
        listing().files().forEach(file -> paths.put(file.name(), file.path()));
        return paths;
    }

    /**
     * The error of a corpus without a file that can be read.
     *
     * @param findings the places that could not be read
     */
    public CorpusException noFile(List<Finding> findings) {
        String first = findings.isEmpty() ? "" : " (" + findings.getFirst() + ")";
        return new CorpusException(join(), "no file that can be read" + first
                + "; name a folder with files of these formats: " + FileFormats.description());
    }

    /** The absolute paths of the roots, as a manifest has them. */
    public List<String> absoluteRoots() {
        return roots.stream().map(root -> root.toAbsolutePath().normalize().toString()).toList();
    }

    /** The roots in one line, for messages. */
    String join() {
        return String.join(", ", roots.stream().map(Path::toString).toList());
    }
}
