package dev.qorpus.indexer.corpus.format;

import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;

/** Receives what a corpus holds while it is read, so that no corpus has to fit into memory. */
public interface CorpusHandler {

    /** A file was opened; the entries and findings that follow are its own. */
    default void file(String file) {}

    /** How the questions of the file are written, and why they were read so, in one line. */
    default void layout(String reason) {}

    /** An entry, ids being unique over the whole reading. */
    void entry(Entry entry);

    /** Something worth mending. */
    void finding(Finding finding);
}
