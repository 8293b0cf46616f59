package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The words of a text as they are written, function words included: in lower case and without accents. An abbreviation in
 * capitals has its capitals as a second form, so that IT is not only an it. An identifier has its names beside it.
 */
public final class WrittenWords {

    private static final Analyzer ANALYZER = new CodeAwareAnalyzer(new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    });

    private WrittenWords() {}

    /** The words in order, each followed by its other forms. */
    public static List<IndexedTerm> of(String text) {
        List<IndexedTerm> all = new ArrayList<>();
        for (IndexedTerm word : TextAnalysis.run(ANALYZER, FoldedText.composed(text), Integer.MAX_VALUE)) {
            all.add(word);
            String original = text.substring(word.span().start(), word.span().end());
            if (isInCapitals(original)) {
                all.add(new IndexedTerm(original, word.span(), true));
            }
            Identifiers.of(text, word.span()).stream()
                    .flatMap(name -> TextAnalysis.run(ANALYZER, FoldedText.composed(name), 1).stream())
                    .forEach(name -> all.add(new IndexedTerm(name.term(), word.span(), true)));
        }
        return all;
    }

    /** The words of a phrase in order, without other forms. */
    public static List<String> phrase(String text) {
        return TextAnalysis.run(ANALYZER, FoldedText.composed(text), Integer.MAX_VALUE).stream().map(IndexedTerm::term)
                .toList();
    }

    /** Whether a word is an abbreviation. */
    static boolean isInCapitals(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }
}
