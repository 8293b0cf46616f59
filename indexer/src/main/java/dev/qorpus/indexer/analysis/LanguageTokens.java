package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;

/**
 * The terms of texts in one language.
 *
 * @param analyzer splits and stems
 * @param foreign scripts that another language of the same text cuts into words
 * @param cutsAtBlanks whether words stand between blanks
 * @param isFolded whether words with accents have a second form without
 * @param isCompounding whether the ends of long words are terms, too
 */
record LanguageTokens(Analyzer analyzer, Set<UnicodeScript> foreign, boolean cutsAtBlanks, boolean isFolded,
        boolean isCompounding) {

    /** The words of a text in all their forms, in order. */
    List<Token> words(String text, int limit) {
        MappedText composed = MappedText.composed(text);
        List<Token> words = TextAnalysis.run(analyzer, composed, limit);
        if (!foreign.isEmpty()) {
            words.removeIf(word -> foreign.contains(UnicodeScript.of(word.term().codePointAt(0))));
        }
        MappedText folded = isFolded ? MappedText.folded(text) : composed;
        return folded.text().equals(composed.text())
                ? words
                : withForms(words, TextAnalysis.run(analyzer, folded, limit), limit);
    }

    /** Adds another form to each word. A word that only the other spelling has is left out, since it is a stop word. */
    private static List<Token> withForms(List<Token> words, List<Token> others, int limit) {
        Map<Span, String> forms = new HashMap<>();
        others.forEach(other -> forms.put(other.span(), other.term()));
        List<Token> all = new ArrayList<>();
        for (Token word : words) {
            all.add(word);
            String form = forms.getOrDefault(word.span(), word.term());
            if (!form.equals(word.term()) && all.size() < limit) {
                all.add(new Token(form, word.span(), true));
            }
        }
        return all;
    }

    /** The terms of a text as an index has them, in order. */
    List<Token> indexed(String text) {
        List<Token> words = words(text, Integer.MAX_VALUE);
        if (!isCompounding) {
            return words;
        }
        List<Token> all = new ArrayList<>();
        Set<String> ends = new HashSet<>();
        for (Token word : words) {
            all.add(word);
            ends.clear();
            for (String part : Compounds.ends(word.term())) {
                if (ends.add(part)) {
                    all.add(new Token(part, word.span(), true));
                }
            }
        }
        return all;
    }
}
