package dev.qorpus.indexer.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese, Japanese and Korean: each sign, and each pair of neighbours. No dictionary is needed: a word of two signs is a
 * pair, a longer one several, and a Korean noun shares its pairs with its forms with a particle.
 */
final class PairsAnalyzer extends Analyzer {

    private static final int ALL = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
            | CJKBigramFilter.HANGUL;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream pairs = new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words)), ALL, true);
        return new TokenStreamComponents(words, pairs);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(new CJKWidthFilter(in));
    }
}
