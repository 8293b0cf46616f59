package dev.qorpus.indexer.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.qorpus.indexer.analysis.IndexedTerm;
import dev.qorpus.indexer.analysis.Span;
import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.analysis.WrittenWords;
import dev.qorpus.indexer.corpus.entry.Entry;

/** The logical schema of an index. A change makes older indexes unreadable, so it needs a new version. */
public final class IndexSchema {

    /** The version of the schema and of everything that is derived from an entry: fields, passages, hashes, analysis. */
    public static final int VERSION = 13;

    /** The longest vectors that every engine takes, in dimensions. It is Lucene's limit. */
    public static final int MOST_DIMENSIONS = 1024;

    /** The file in the folder of an index with which a server says that it serves it. It is no part of the index. */
    public static final String SERVER_NOTE = "server.json";

    /** The file in the folder of an index with the questions that got no answer. It is no part of the index. */
    public static final String UNANSWERED_NOTE = "unanswered.json";

    /** The language in which a text is analysed whose language is not known. */
    private static final String FALLBACK = "en";

    /** The highest number of languages in which a question is analysed. */
    private static final int MOST_LANGUAGES = 6;

    /**
     * The name of the analysis for lexical search. C++, C#, F# and .NET are words; other words follow Unicode (UAX 29). Each
     * text is stemmed in its own language, as Lucene's analyzers do it; words with accents have a second form without.
     */
    public static final String ANALYSIS = "by-language-code";

    /** Ends a part of an entry, so that no phrase goes on in the next one. */
    private static final String BETWEEN_PARTS = "\u00b6";

    private static final Map<String, TextAnalysis> BY_LANGUAGE = new ConcurrentHashMap<>();

    private IndexSchema() {}

    /** The terms of an entry for lexical search, in order. */
    public static List<IndexedTerm> tokens(Entry entry) {
        String language = entry.language().isEmpty() ? FALLBACK : entry.language();
        return BY_LANGUAGE.computeIfAbsent(language, one -> TextAnalysis.of(List.of(one))).tokens(text(entry));
    }

    /** The words of an entry as written, in order. Its parts are kept apart by a sign that no word is. */
    public static List<IndexedTerm> written(Entry entry) {
        List<IndexedTerm> all = new ArrayList<>();
        for (String part : parts(entry)) {
            all.addAll(WrittenWords.of(part));
            all.add(new IndexedTerm(BETWEEN_PARTS, new Span(0, 0), false));
        }
        return all;
    }

    /** The words of an entry as they are written, in lower case and with their accents; each once. They correct spelling. */
    public static Set<String> words(Entry entry) {
        return TextAnalysis.unstemmed().words(text(entry)).stream().map(Word::term).collect(Collectors.toSet());
    }

    /**
     * The analysis of questions: in all languages of the entries, the most frequent ones if there are many.
     *
     * @param languages the number of entries in each language
     * @param entries the number of all entries
     */
    public static TextAnalysis analysis(Map<String, Integer> languages, int entries) {
        List<String> used = new ArrayList<>(languages.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LANGUAGES).map(Map.Entry::getKey).toList());
        int known = languages.values().stream().mapToInt(Integer::intValue).sum();
        if (known < entries || used.isEmpty()) {
            used.add(FALLBACK);
        }
        return TextAnalysis.of(used);
    }

    /** The text for lexical search: question, answer, headings, and the title of the document in one field. */
    public static String text(Entry entry) {
        return String.join("\n", parts(entry));
    }

    private static List<String> parts(Entry entry) {
        List<String> parts = new ArrayList<>(Collections.nCopies(RankingConstants.QUESTION_COUNT, entry.question()));
        parts.add(entry.answer().text());
        parts.addAll(entry.section());
        parts.add(entry.title());
        return parts;
    }
}
