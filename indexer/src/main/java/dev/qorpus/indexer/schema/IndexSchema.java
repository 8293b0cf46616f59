package dev.qorpus.indexer.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The logical schema of an index. A change makes older indexes unreadable, so it needs a new version. */
public final class IndexSchema {

    /** The version of the schema and of everything that is derived from an entry: fields, passages, hashes, analysis. */
    public static final int VERSION = 6;

    /** The longest vectors that every engine takes, in dimensions. It is Lucene's limit. */
    public static final int MOST_DIMENSIONS = 1024;

    /** The language that every text is analysed in. */
    public static final Locale LANGUAGE = Locale.ENGLISH;

    /**
     * The name of the analysis for lexical search. C++, C#, F# and .NET are words; other words follow Unicode (UAX 29). They
     * lose case and English possessives, 33 stop words are removed, and Porter's stemmer is applied.
     */
    public static final String ANALYSIS = "english-porter-code";

    private IndexSchema() {}

    /** The text for lexical search: question, answer, headings, and the title of the document in one field. */
    public static String text(Entry entry) {
        List<String> parts = new ArrayList<>(Collections.nCopies(RankingConstants.QUESTION_COUNT, entry.question()));
        parts.add(entry.answer().text());
        parts.addAll(entry.section());
        parts.add(entry.title());
        return String.join("\n", parts);
    }
}
