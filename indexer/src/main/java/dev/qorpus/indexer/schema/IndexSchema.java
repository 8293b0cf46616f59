package dev.qorpus.indexer.schema;

/** The logical schema: a change here makes older indexes unreadable, so it comes with a new version. */
public final class IndexSchema {

    /** Version of the schema and of what is derived from an entry: fields, passages, hashes, analysis. */
    public static final int VERSION = 4;

    /**
     * Analysis of text for lexical search: C++, C#, F# and .NET as words, Unicode word segmentation (UAX 29), English possessives off, lower
     * case, 33 stop words, Porter's stemmer.
     */
    public static final String ANALYSIS = "english-porter-code";

    /** BM25's term frequency saturation. */
    public static final float BM25_K1 = 1.2f;
    /** BM25's length normalisation. */
    public static final float BM25_B = 0.75f;

    /** The most words of a passage. */
    public static final int PASSAGE_WORDS = 60;

    private IndexSchema() {}
}
