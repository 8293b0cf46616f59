package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/**
 * The terms of texts in one language.
 *
 * @param analyzer splits and stems
 * @param foreign scripts that another language of the same text cuts into words
 * @param cutsAtBlanks whether words stand between blanks
 * @param isFolded whether words with accents have a second form without
 * @param isCompounding whether the ends of long words are terms, too
 * @param known the parts of identifiers
 */
record LanguageTokens(Analyzer analyzer, Set<UnicodeScript> foreign, boolean cutsAtBlanks, boolean isFolded,
        boolean isCompounding, KnownParts known) {

    LanguageTokens(Analyzer analyzer, Set<UnicodeScript> foreign, boolean cutsAtBlanks, boolean isFolded,
            boolean isCompounding) {
        this(analyzer, foreign, cutsAtBlanks, isFolded, isCompounding, new KnownParts());
    }

    /** The words of a text in all their forms, in order. */
    List<IndexedTerm> words(String text, int limit) {
        FoldedText composed = FoldedText.composed(text);
        List<IndexedTerm> words = TextAnalysis.run(analyzer, composed, limit);
        if (!foreign.isEmpty()) {
            words.removeIf(word -> foreign.contains(UnicodeScript.of(word.term().codePointAt(0))));
        }
        if (!isFolded || FoldedText.isAscii(text)
                || (words.size() < limit && FoldedText.isPlain(text) && areApart(words))) {
            return words;
        }
        FoldedText folded = FoldedText.folded(text);
        return folded.text().equals(composed.text())
                ? words
                : withForms(words, TextAnalysis.run(analyzer, folded, limit), limit);
    }

    /** Whether no two words have the same place. */
    private static boolean areApart(List<IndexedTerm> words) {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).span().equals(words.get(i - 1).span())) {
                return false;
            }
        }
        return true;
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
        @Nullable
        Span before = null;
        for (IndexedTerm word : words(text, Integer.MAX_VALUE)) {
            all.add(word);
            parts.clear();
            if (isCompounding) {
                parts.addAll(Compounds.ends(word.term()));
            }
            if (!word.span().equals(before)) {
                parts(text, word.span()).forEach(part -> parts.add(Compounds.part(part)));
            }
            parts.forEach(part -> all.add(new IndexedTerm(part, word.span(), true)));
            before = word.span();
        }
        return all;
    }

    /** The places of those terms of a text, as an index has it, that are in a set. */
    List<Span> places(Set<String> terms, String text) {
        if (isCompounding || !foreign.isEmpty()
                || (isFolded && !FoldedText.isAscii(text) && !FoldedText.isPlain(text))) {
            return indexed(text).stream().filter(token -> terms.contains(token.term())).map(IndexedTerm::span).toList();
        }
        // Most terms are not in the set: none becomes a string.
        CharArraySet wanted = new CharArraySet(terms, false);
        List<Span> places = new ArrayList<>();
        List<Span> identifiers = new ArrayList<>();
        TextAnalysis.run(analyzer, FoldedText.composed(text), (term, span, isAlternative) -> {
            if (wanted.contains(term.buffer(), 0, term.length())) {
                places.add(span);
            } else if (Identifiers.mayHaveParts(text, span.start(), span.end())) {
                identifiers.add(span);
            }
            return true;
        });
        // Afterwards, because a thread analyses one text at a time.
        identifiers.stream()
                .filter(span -> parts(text, span).stream().anyMatch(part -> terms.contains(Compounds.part(part))))
                .forEach(places::add);
        return places;
    }

    /** The words of the names within an identifier, without their own parts. */
    List<String> names(String text, Span word) {
        return terms(Identifiers.of(text, word));
    }

    /** The same, and neighbouring ones as one word: what an index has of an identifier beside the whole. */
    private List<String> parts(String text, Span word) {
        return Identifiers.mayHaveParts(text, word.start(), word.end())
                ? known.of(text.substring(word.start(), word.end()), this::parts)
                : List.of();
    }

    private List<String> parts(String identifier) {
        Set<String> parts = new LinkedHashSet<>(Identifiers.parts(identifier));
        parts.addAll(Identifiers.joined(identifier));
        return terms(parts);
    }

    private List<String> terms(Set<String> names) {
        return TextAnalysis.run(analyzer, FoldedText.composed(String.join(" ", names)), Integer.MAX_VALUE).stream()
                .map(IndexedTerm::term).distinct().toList();
    }

    /** The parts of identifiers that were seen lately: texts repeat them, and analysing one takes long. */
    static final class KnownParts {

        /** Some megabytes, and more than the texts of a page of results have. */
        private static final int MOST = 10_000;

        private final Map<String, List<String>> known = new ConcurrentHashMap<>();

        private List<String> of(String identifier, Function<String, List<String>> parts) {
            if (known.size() >= MOST) {
                known.clear();
            }
            return known.computeIfAbsent(identifier, parts);
        }
    }
}
