package dev.qorpus.indexer.analysis;

/** What a term of a question stands for in an index. */
public enum TermKind {
    /** A word in a form that is compared, for instance its stem. */
    WORD,
    /** A word as the end of a compound. */
    PART,
    /** A name within an identifier, of the question or of the index. */
    NAME,
    /** A word as it is written, in lower case and without accents; it has a field of its own. */
    WRITTEN
}
