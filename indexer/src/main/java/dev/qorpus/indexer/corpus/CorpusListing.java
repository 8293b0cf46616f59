package dev.qorpus.indexer.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.FileParser;
import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

/**
 * What lies below one root of a corpus, or below all of them.
 *
 * @param root the root as named
 * @param files the files that are read
 * @param findings the places that cannot be read or listed
 * @param unread the number of files of unknown formats, by suffix: {@code .pdf}; without suffix, the empty string
 * @param ignored the files of known formats and the folders that are not read, and why; at most {@link #MOST_IGNORED}
 */
public record CorpusListing(Path root, List<SourceFile> files, List<Finding> findings,
        SortedMap<String, Integer> unread, List<IgnoredPath> ignored) {

    /** The number of ignored places that are listed. Further ones are not. */
    public static final int MOST_IGNORED = 1_000;

    /**
     * A file of a corpus.
     *
     * @param path the path of the file
     * @param name the name below the corpus folder, in one line
     * @param parser the parser of its format
     */
    public record SourceFile(Path path, String name, FileParser parser) {}

    CorpusListing(Path root) {
        this(root, new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    }

    void unread(String suffix) {
        unread.merge(suffix, 1, Integer::sum);
    }

    void ignored(String name, String reason) {
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(new IgnoredPath(name, reason));
        }
    }

    /** Adds what lies below another root, with a prefix before all names. */
    void add(CorpusListing other, String prefix) {
        other.files.forEach(file -> files.add(new SourceFile(file.path, prefix + file.name, file.parser)));
        other.findings.forEach(finding -> findings.add(new Finding(finding.rule(), prefix + finding.file(),
                finding.line(), finding.id(), finding.message(), finding.related())));
        other.unread.forEach((suffix, count) -> unread.merge(suffix, count, Integer::sum));
        other.ignored.forEach(path -> ignored(prefix + path.name(), path.reason()));
    }
}
