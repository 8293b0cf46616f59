package dev.qorpus.indexer.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the terms of a question from its words. Each word is searched by its stems, as a part of longer words, by its own
 * parts, and as it is written. A question of function words alone is searched as it is written; in others, those in capitals
 * are, such as IT.
 *
 * @param languages in which the question is analysed
 * @param most terms
 */
record QuestionTerms(List<LanguageTokens> languages, int most) {

    /** How much a word counts where it is a part of a longer one, beside a whole word. */
    private static final double PART_WEIGHT = 0.5;

    /** How much the names within an identifier count beside the whole, together. */
    private static final double NAMES_WEIGHT = 0.5;

    /**
     * How much the words of a question count as they are written, beside their stems, together. The fewer words there are,
     * the more their form tells. Measured from 0.15 to 0.5 for each word, and at 0.3 and 0.5 together, on the seed, the
     * threads and chat messages: equal within .003 but for the last, which lose .008.
     */
    private static final double WRITTEN_WEIGHT = 0.4;

    /**
     * The saturation of repeated words, without a unit: k3 of BM25 (Robertson and Zaragoza 2009). Measured at 1, 2, 8 and
     * without saturation: the threads gain .006 by it, the seed does not change.
     */
    private static final double K3 = 2;

    /** The terms of a text, in order, each once, with the weights of all that repeat it. */
    List<WeightedTerm> of(String text, List<Word> words) {
        return of(text, words, new LinkedHashMap<>());
    }

    /** @param numbers gets the number of each word by its place */
    List<WeightedTerm> of(String text, List<Word> words, Map<Span, Integer> numbers) {
        Map<String, WeightedTerm> terms = new LinkedHashMap<>();
        addWords(words, numbers, terms);
        addParts(isCompounding() ? TermKind.PART : TermKind.NAME, terms);
        numbers.forEach((span, number) -> addNames(text, span, number, terms));
        addWritten(text, numbers, terms);
        return terms.values().stream().map(QuestionTerms::saturated).toList();
    }

    /** The words, and the ends of compounds, without their weights for ranking. */
    List<WeightedTerm> whole(List<Word> words) {
        Map<String, WeightedTerm> terms = new LinkedHashMap<>();
        addWords(words, new LinkedHashMap<>(), terms);
        if (isCompounding()) {
            addParts(TermKind.PART, terms);
        }
        return List.copyOf(terms.values());
    }

    private boolean isCompounding() {
        return languages.stream().anyMatch(LanguageTokens::isCompounding);
    }

    private void addWords(List<Word> words, Map<Span, Integer> numbers, Map<String, WeightedTerm> terms) {
        for (Word word : words) {
            int number = numbers.computeIfAbsent(word.span(), span -> numbers.size());
            add(new WeightedTerm(word.term(), 1, number), terms);
        }
    }

    private void addParts(TermKind kind, Map<String, WeightedTerm> terms) {
        for (WeightedTerm term : List.copyOf(terms.values())) {
            add(new WeightedTerm(Compounds.part(term.term()), PART_WEIGHT * term.weight(), term.word(), kind), terms);
        }
    }

    private void addNames(String text, Span word, int number, Map<String, WeightedTerm> terms) {
        List<String> names = new ArrayList<>();
        languages.forEach(language -> names.addAll(language.names(text, word)));
        double weight = NAMES_WEIGHT / Math.max(1, names.size());
        for (String name : names) {
            add(new WeightedTerm(name, weight, number, TermKind.NAME), terms);
            add(new WeightedTerm(Compounds.part(name), weight, number, TermKind.NAME), terms);
        }
    }

    private void addWritten(String text, Map<Span, Integer> numbers, Map<String, WeightedTerm> terms) {
        Set<Span> stemmed = Set.copyOf(numbers.keySet());
        double each = WRITTEN_WEIGHT / Math.max(1, stemmed.size());
        boolean hasSmallLetters = text.codePoints().anyMatch(Character::isLowerCase);
        for (IndexedTerm written : WrittenWords.of(text)) {
            // A single sign is the same in every form.
            if (stemmed.contains(written.span()) && written.term().length() > 1) {
                add(written, each, numbers, terms);
            } else if (stemmed.isEmpty() || (hasSmallLetters && WrittenWords.isInCapitals(written.term()))) {
                add(written, 1, numbers, terms);
            }
        }
    }

    private void add(IndexedTerm written, double weight, Map<Span, Integer> numbers, Map<String, WeightedTerm> terms) {
        int number = numbers.computeIfAbsent(written.span(), span -> numbers.size());
        add(new WeightedTerm(written.term(), weight, number, TermKind.WRITTEN), terms);
    }

    private void add(WeightedTerm term, Map<String, WeightedTerm> terms) {
        WeightedTerm before = terms.get(term.label());
        if (before != null) {
            terms.put(term.label(), before.withWeight(before.weight() + term.weight()));
        } else if (terms.size() < most) {
            terms.put(term.label(), term);
        }
    }

    private static WeightedTerm saturated(WeightedTerm term) {
        return term.weight() > 1 ? term.withWeight((K3 + 1) * term.weight() / (K3 + term.weight())) : term;
    }
}
