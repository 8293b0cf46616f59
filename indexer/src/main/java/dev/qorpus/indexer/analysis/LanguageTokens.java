package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

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
    List<IndexedTerm> words(String text, int limit) {
        FoldedText composed = FoldedText.composed(text);
        List<IndexedTerm> words = TextAnalysis.run(analyzer, composed, limit);
        if (!foreign.isEmpty()) {
            words.removeIf(word -> foreign.contains(UnicodeScript.of(word.term().codePointAt(0))));
        }
        FoldedText folded = isFolded ? FoldedText.folded(text) : composed;
        return folded.text().equals(composed.text())
                ? words
                : withForms(words, TextAnalysis.run(analyzer, folded, limit), limit);
    }

    /** Adds another form to each word. A word that only the other spelling has is left out, since it is a stop word. */
    private static List<IndexedTerm> withForms(List<IndexedTerm> words, List<IndexedTerm> others, int limit) {
        Map<Span, String> forms = new HashMap<>();
        others.forEach(other -> forms.put(other.span(), other.term()));
        List<IndexedTerm> all = new ArrayList<>();
        for (IndexedTerm word : words) {
            all.add(word);
            String form = forms.getOrDefault(word.span(), word.term());
            if (!form.equals(word.term()) && all.size() < limit) {
                all.add(new IndexedTerm(form, word.span(), true));
            }
        }
        return all;
    }

    /** The terms of a text as an index has them, in order: its words, and the parts of long ones. */
    List<IndexedTerm> indexed(String text) {
        List<IndexedTerm> all = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        // Texts repeat their identifiers.
        Map<String, List<String>> known = new HashMap<>();
        @Nullable
        Span before = null;
        for (IndexedTerm word : words(text, Integer.MAX_VALUE)) {
            all.add(word);
            parts.clear();
            if (isCompounding) {
                parts.addAll(Compounds.ends(word.term()));
            }
            if (!word.span().equals(before)) {
                parts(text, word.span(), known).forEach(part -> parts.add(Compounds.part(part)));
            }
            parts.forEach(part -> all.add(new IndexedTerm(part, word.span(), true)));
            before = word.span();
        }
        return all;
    }

    /** The words of the names within an identifier, without their own parts. */
    List<String> parts(String text, Span word) {
        return parts(text, word, new HashMap<>());
    }

    private List<String> parts(String text, Span word, Map<String, List<String>> known) {
        return Identifiers.mayHaveParts(text, word.start(), word.end())
                ? known.computeIfAbsent(text.substring(word.start(), word.end()), this::terms)
                : List.of();
    }

    private List<String> terms(String identifier) {
        String names = String.join(" ", Identifiers.parts(identifier));
        return TextAnalysis.run(analyzer, FoldedText.composed(names), Integer.MAX_VALUE).stream().map(IndexedTerm::term)
                .distinct().toList();
    }
}
