package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;

/**
 * The words of a text as they are written, function words included: in lower case and without accents. An abbreviation in
 * capitals has its capitals as a second form, so that IT is not only an it. An identifier has its names beside it.
 */
public final class WrittenWords {

    private static final Analyzer ANALYZER = new CodeAwareAnalyzer(TextAnalysis.FOLDING);

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

    /** Whether a word is an abbreviation. */
    static boolean isInCapitals(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }
}
