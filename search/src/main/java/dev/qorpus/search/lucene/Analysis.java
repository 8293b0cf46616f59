package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.IndexSearcher;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.Span;
import dev.qorpus.search.backend.Word;

/** What an analyser makes of a text. Other engines that analyse as Lucene does use it too. */
public record Analysis(Analyzer analyzer) {

    /** The analysis of an index's text. */
    public static Analysis ofIndex() {
        return new Analysis(LuceneSchema.analyzer());
    }

    /** A term and where it stands in the text. */
    public record Token(String term, Span span) {}

    /** The first tokens of a text, at most so many. */
    public List<Token> tokens(String text, int limit) throws IOException {
        List<Token> found = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(LuceneSchema.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (found.size() < limit && tokens.incrementToken()) {
                found.add(new Token(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
            }
        }
        return found;
    }

    /**
     * The terms of a question, in order, and how often it has each; of a very long text the first ones, since Lucene
     * refuses more clauses than this, and such a text has said enough by then.
     */
    public Map<String, Integer> terms(String text) throws IOException {
        Map<String, Integer> terms = new LinkedHashMap<>();
        tokens(text, IndexSearcher.getMaxClauseCount() - 8)
                .forEach(token -> terms.merge(token.term(), 1, Integer::sum));
        return terms;
    }

    /** The words that say what a text is about, in order. */
    public List<Word> words(String text) throws IOException {
        return CommonWords.without(tokens(text), text);
    }

    /** Where terms stand in a text, in order. */
    public List<Span> spans(Set<String> terms, String text) throws IOException {
        return tokens(text).stream().filter(token -> terms.contains(token.term())).map(Token::span).toList();
    }

    /** All tokens of a text. */
    public List<Token> tokens(String text) throws IOException {
        return tokens(text, Integer.MAX_VALUE);
    }
}
