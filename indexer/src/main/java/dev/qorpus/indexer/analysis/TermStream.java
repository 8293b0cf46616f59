package dev.qorpus.indexer.analysis;

import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms of a text that was analysed before. */
public final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<IndexedTerm> tokens;
    private Iterator<IndexedTerm> rest;

    /** @param tokens in order */
    public TermStream(List<IndexedTerm> tokens) {
        this.tokens = tokens;
        this.rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!rest.hasNext()) {
            return false;
        }
        IndexedTerm token = rest.next();
        term.append(token.term());
        position.setPositionIncrement(token.isAlternative() ? 0 : 1);
        return true;
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }
}
