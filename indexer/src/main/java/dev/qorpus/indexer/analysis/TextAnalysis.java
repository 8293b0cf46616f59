package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.IndexSearcher;

/** Splits texts into words with one analyzer. Thread-safe. */
public final class TextAnalysis {

    /** Clauses of a Lucene query that are left for filters. */
    private static final int OTHER_CLAUSES = 8;

    private static final TextAnalysis TYPED = new TextAnalysis(new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    });

    private final Analyzer analyzer;

    private TextAnalysis(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The analysis that lexical search uses for a language: stemmed, without stop words. */
    public static TextAnalysis of(Locale language) {
        return new TextAnalysis(LanguageAnalyzers.of(language));
    }

    /** Every word in lower case, as the spelling correction compares it. */
    public static TextAnalysis unstemmed() {
        return new TextAnalysis(new StandardAnalyzer());
    }

    /** Every word in lower case and without accents, as completions compare it. */
    public static TextAnalysis typed() {
        return TYPED;
    }

    /** The analyzer, for an engine that analyses texts itself. */
    public Analyzer analyzer() {
        return analyzer;
    }

    /** All words of a text, in order. */
    public List<Word> words(String text) {
        return words(text, Integer.MAX_VALUE);
    }

    private List<Word> words(String text, int limit) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (words.size() < limit && tokens.incrementToken()) {
                words.add(new Word(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }

    /** The words that tell what a text is about, in order: without function words, numbers and single letters. */
    public List<Word> contentWords(String text) {
        return ContentWords.of(words(text), text);
    }

    /**
     * The terms of a query in order, each with its number of occurrences. A very long text gives only its first terms,
     * because Lucene limits the clauses of a query.
     */
    public Map<String, Integer> terms(String text) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        words(text, IndexSearcher.getMaxClauseCount() - OTHER_CLAUSES)
                .forEach(word -> terms.merge(word.term(), 1, Integer::sum));
        return terms;
    }

    /** The places of terms in a text, in order. */
    public List<Span> spans(Set<String> terms, String text) {
        return words(text).stream().filter(word -> terms.contains(word.term())).map(Word::span).toList();
    }
}
