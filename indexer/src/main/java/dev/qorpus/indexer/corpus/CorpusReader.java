package dev.qorpus.indexer.corpus;

import java.util.HashSet;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;

/**
 * Reads a corpus file by file. A file that cannot be read becomes a finding at its place; the others are read
 * all the same.
 */
public final class CorpusReader {

    /**
     * Version of what parsing gives. Indexes keep what was parsed of a file until its bytes or this changes: it
     * is raised whenever a parser gives other entries or findings than before.
     */
    public static final int VERSION = 2;

    /**
     * Reads all files of a corpus, in the order of their names.
     *
     * @throws CorpusException if the corpus holds no file
     */
    public void read(Corpus corpus, CorpusHandler handler) {
        CorpusHandler unique = new UniqueIds(handler, new HashSet<>());
        Contents contents = contents(corpus);
        contents.findings().forEach(handler::finding);
        contents.files().forEach(file -> file.read(unique));
    }

    /**
     * What a corpus is made of, to be read one by one. What a file holds is a matter of its name and its bytes
     * alone; that ids are unique ({@link UniqueIds}) is left to the caller.
     *
     * @throws CorpusException if the corpus holds no file
     */
    public Contents contents(Corpus corpus) {
        CorpusWalk.Listing listing = corpus.listing();
        return new Contents(listing.files().stream().map(CorpusFile::new).toList(), List.copyOf(listing.findings()));
    }

    /**
     * The files of a corpus.
     *
     * @param files in the order of their names
     * @param findings about files and folders that could not be listed; the name of a folder ends with a slash
     */
    public record Contents(List<CorpusFile> files, List<Finding> findings) {}
}
