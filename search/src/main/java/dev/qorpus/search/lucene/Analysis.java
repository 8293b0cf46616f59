package dev.qorpus.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import dev.qorpus.indexer.lucene.LuceneSchema;
import dev.qorpus.search.backend.Span;

/** What an analyser makes of a text. */
record Analysis(Analyzer analyzer) {

    /** A term and where it stands in the text. */
    record Token(String term, Span span) {}

    /** The first tokens of a text, at most so many. */
    List<Token> tokens(String text, int limit) throws IOException {
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

    /** All tokens of a text. */
    List<Token> tokens(String text) throws IOException {
        return tokens(text, Integer.MAX_VALUE);
    }
}
