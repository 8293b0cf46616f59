package dev.qorpus.indexer.lucene;

import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import dev.qorpus.indexer.analysis.Token;

/** The terms of a text that was analysed before. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private Iterator<Token> rest;

    TermStream(List<Token> tokens) {
        this.tokens = tokens;
        this.rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        Token token = rest.next();
        term.append(token.term());
        position.setPositionIncrement(token.isAlternative() ? 0 : 1);
        return true;
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }
}
