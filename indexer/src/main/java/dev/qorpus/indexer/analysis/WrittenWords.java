package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;

/**
 * The words of a text as they are written, function words included: in lower case and without accents. An abbreviation in
 * capitals has its capitals as a second form, so that IT is not only an it. An identifier has its names beside it.
 */
public final class WrittenWords {

    private static final Analyzer ANALYZER = new CodeAwareAnalyzer(TextAnalysis.FOLDING);

    /** Scripts without blanks between words, of which a run is one word to the Unicode rules. */
    private static final Set<UnicodeScript> NOT_CUT = EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO,
            UnicodeScript.KHMER, UnicodeScript.MYANMAR);

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

    /**
     * The words of a phrase in order, each with one form; empty if it has a script without blanks, whose words are not told
     * apart here.
     *
     * @param isFunction whether all of it are function words
     */
    static List<List<String>> phrase(String text, boolean isFunction) {
        if (text.codePoints().mapToObj(UnicodeScript::of).anyMatch(NOT_CUT::contains)) {
            return List.of();
        }
        List<IndexedTerm> words = TextAnalysis.run(ANALYZER, FoldedText.composed(text), Integer.MAX_VALUE);
        if (isFunction && words.size() == 1) {
            Span only = words.getFirst().span();
            String original = text.substring(only.start(), only.end());
            return List.of(List.of(isInCapitals(original) ? original : words.getFirst().term()));
        }
        return words.stream().map(word -> List.of(word.term())).toList();
    }

    /** Whether a word is an abbreviation. */
    static boolean isInCapitals(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }
}
