package dev.qorpus.indexer.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The logical schema: a change here makes older indexes unreadable, so it comes with a new version. */
public final class IndexSchema {

    /** Version of the schema and of what is derived from an entry: fields, passages, hashes, analysis. */
    public static final int VERSION = 5;

    /**
     * Analysis of text for lexical search: C++, C#, F# and .NET as words, Unicode word segmentation (UAX 29), English possessives off, lower
     * case, 33 stop words, Porter's stemmer.
     */
    public static final String ANALYSIS = "english-porter-code";

    /** BM25's term frequency saturation. */
    public static final float BM25_K1 = 1.2f;
    /** BM25's length normalisation. */
    public static final float BM25_B = 0.9f;

    /** How often the words of a question count, where those of its answer count once (BM25F in one field). */
    private static final int QUESTION_WEIGHT = 2;

    /** The most words of a passage. */
    public static final int PASSAGE_WORDS = 60;

    private IndexSchema() {}

    /** What an entry is found by in words: its question, answer and headings, one field for all. */
    public static String text(Entry entry) {
        List<String> parts = new ArrayList<>(Collections.nCopies(QUESTION_WEIGHT, entry.question()));
        parts.add(entry.answer().text());
        parts.addAll(entry.section());
        return String.join("\n", parts);
    }
}
