package dev.qorpus.indexer.corpus;

import java.util.List;
import java.util.SortedMap;

import dev.qorpus.indexer.corpus.entry.Finding;
import dev.qorpus.indexer.corpus.format.CorpusHandler;
import dev.qorpus.indexer.corpus.ignore.IgnoredPath;

/**
 * Reads a corpus file by file. If a file cannot be read, it becomes a finding, and the other files are still read.
 */
public final class CorpusReader {

    /**
     * The version of the parsers. An index reuses the parsed content of a file until its bytes or this version change. It
     * is increased whenever a parser gives other entries or findings than before.
     */
    public static final int VERSION = 6;

    /**
     * Reads all files of a corpus, ordered by name.
     *
     * @return what was listed: the files, and what is not read
     * @throws CorpusException if the corpus has no file
     */
    public Contents read(Corpus corpus, CorpusHandler handler) {
        CorpusHandler unique = new UniqueIds(handler, new IdSet()::add);
        Contents contents = contents(corpus);
        if (contents.isEmpty()) {
            throw corpus.noFile(contents.findings());
        }
        contents.findings().forEach(handler::finding);
        contents.files().forEach(file -> file.read(unique));
        return contents;
    }

    /**
     * The files of a corpus, to be read one by one. The content of a file depends only on its name and bytes. The caller
     * ensures that ids are unique ({@link UniqueIds}). A corpus without a file that can be read has empty contents; see
     * {@link Corpus#noFile}.
     *
     * @throws CorpusException if a root cannot be listed, or if two files have the same name
     */
    public Contents contents(Corpus corpus) {
        CorpusListing listing = corpus.listing();
        return new Contents(listing.files().stream().map(CorpusFile::new).toList(), List.copyOf(listing.findings()),
                listing.unread(), List.copyOf(listing.ignored()));
    }

    /**
     * The files of a corpus.
     *
     * @param files the files, ordered by name
     * @param findings the files and folders that could not be listed; the name of a folder ends with a slash
     * @param unread the number of files of unknown formats, by suffix: {@code .pdf}; without suffix, the empty string.
     *        {@link dev.qorpus.indexer.corpus.format.UnreadFormats} says why they are not read
     * @param ignored the files and folders that are not read because something says that they are no content
     */
    public record Contents(List<CorpusFile> files, List<Finding> findings, SortedMap<String, Integer> unread,
            List<IgnoredPath> ignored) {

        /** Whether there is no file that can be read. */
        public boolean isEmpty() {
            return files.isEmpty();
        }
    }
}
