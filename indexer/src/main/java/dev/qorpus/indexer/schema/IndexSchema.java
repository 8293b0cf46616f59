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

    private IndexSchema() {}

    /** What an entry is found by in words: its question, answer and headings, one field for all. */
    public static String text(Entry entry) {
        List<String> parts = new ArrayList<>(Collections.nCopies(RankingConstants.QUESTION_COUNT, entry.question()));
        parts.add(entry.answer().text());
        parts.addAll(entry.section());
        return String.join("\n", parts);
    }
}
