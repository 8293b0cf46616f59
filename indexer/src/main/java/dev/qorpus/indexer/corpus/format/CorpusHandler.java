package dev.qorpus.indexer.corpus.format;

import dev.qorpus.indexer.corpus.coverage.Coverage;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.corpus.entry.Finding;

/** Receives the content of a corpus while it is read. A corpus need not fit into memory. */
public interface CorpusHandler {

    /** Begins a file. The entries and findings that follow belong to it. */
    default void file(String file) {}

    /** The layout of the questions in the file, and the reason for its choice, in one line. */
    default void layout(String reason) {}

    /** The coverage of the file, after its entries. */
    default void coverage(Coverage.OfFile coverage) {}

    /** An entry. Its id is unique in the corpus. */
    void entry(Entry entry);

    /** A problem in the corpus. */
    void finding(Finding finding);
}
