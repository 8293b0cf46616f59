package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.IndexSearcher;

/**
 * Splits texts into words, and reduces each word to the forms that are compared: one for each language, and another one
 * where accents are left out. Thread-safe.
 */
public final class TextAnalysis {

    /** Clauses of a Lucene query that are left for filters. */
    private static final int OTHER_CLAUSES = 8;

    /** How much a word counts that stands beside the one that was typed. */
    private static final double BESIDE_WEIGHT = 0.5;

    /** Every word in lower case and without accents. Shared: nothing closes it. */
    static final Analyzer FOLDING = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private static final TextAnalysis TYPED = new TextAnalysis(FOLDING);
    private static final TextAnalysis UNSTEMMED = new TextAnalysis(new StandardAnalyzer());

    private final List<LanguageTokens> languages;
    private final ContentWords content;

    private TextAnalysis(Analyzer analyzer) {
        this.languages = List.of(new LanguageTokens(analyzer, Set.of(), true, false, false));
        this.content = new ContentWords(List.of());
    }

    private TextAnalysis(List<String> languages) {
        this.languages = languages.stream().map(language -> new LanguageTokens(LanguageAnalyzers.of(language),
                scriptsOfOthers(language, languages), LanguageAnalyzers.scripts(language).isEmpty(), true,
                LanguageAnalyzers.isCompounding(language))).toList();
        this.content = new ContentWords(languages);
    }

    private static Set<UnicodeScript> scriptsOfOthers(String language, List<String> languages) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        languages.forEach(other -> scripts.addAll(LanguageAnalyzers.scripts(other)));
        scripts.removeAll(LanguageAnalyzers.scripts(language));
        return scripts;
    }

    /**
     * The analysis that lexical search uses for texts in some languages: stemmed, without stop words.
     *
     * @param languages ISO 639-1; words of a language without an analyzer are not stemmed
     */
    public static TextAnalysis of(Collection<String> languages) {
        return new TextAnalysis(List.copyOf(new LinkedHashSet<>(languages)));
    }

    /** Every word in lower case, as the spelling correction compares it. */
    public static TextAnalysis unstemmed() {
        return UNSTEMMED;
    }

    /** Every word in lower case and without accents, as completions compare it. */
    public static TextAnalysis typed() {
        return TYPED;
    }

    /** The terms of a text as an index has them, in order; those of one language after those of another. */
    public List<IndexedTerm> tokens(String text) {
        List<IndexedTerm> tokens = new ArrayList<>();
        languages.forEach(language -> tokens.addAll(language.indexed(text)));
        return tokens;
    }

    /** All words of a text, in order; with several languages, each form of a word is one. */
    public List<Word> words(String text) {
        return words(text, Integer.MAX_VALUE);
    }

    private List<Word> words(String text, int limit) {
        if (languages.size() == 1) {
            return languages.getFirst().words(text, limit).stream().map(TextAnalysis::word).toList();
        }
        List<Word> words = new ArrayList<>();
        Set<Span> ofFirst = new HashSet<>();
        for (LanguageTokens language : languages) {
            List<Word> found = language.words(text, limit).stream().map(TextAnalysis::word).toList();
            if (language.cutsAtBlanks() && ofFirst.isEmpty()) {
                found.forEach(word -> ofFirst.add(word.span()));
            }
            words.addAll(found);
        }
        // What is a stop word in the most frequent language is none of the words that another one lacks.
        return words.stream().filter(word -> ofFirst.isEmpty() || ofFirst.contains(word.span()) || isCut(word))
                .distinct().toList();
    }

    private static Word word(IndexedTerm token) {
        return new Word(token.term(), token.span());
    }

    /** Whether a word is in a script that only some of the languages cut into words. */
    private boolean isCut(Word word) {
        UnicodeScript script = UnicodeScript.of(word.term().codePointAt(0));
        return languages.stream().anyMatch(language -> language.foreign().contains(script));
    }

    /** The words that tell what a text is about, in order: without function words, numbers and single letters. */
    public List<Word> contentWords(String text) {
        Map<Span, Word> first = new LinkedHashMap<>();
        words(text).forEach(word -> first.putIfAbsent(word.span(), word));
        return content.of(List.copyOf(first.values()), text);
    }

    /**
     * The terms of a query in order. A very long text gives only its first terms, because Lucene limits the clauses of a
     * query.
     */
    public List<WeightedTerm> terms(String text) {
        int most = mostTerms();
        return new QuestionTerms(languages, most).of(text, words(text, most));
    }

    /**
     * The same, with the terms of other words beside.
     *
     * @param beside neighbours of words that an index lacks; they count less
     */
    public List<WeightedTerm> terms(String text, List<String> beside) {
        List<WeightedTerm> terms = new ArrayList<>(terms(text));
        Set<String> known = terms.stream().map(WeightedTerm::label).collect(Collectors.toCollection(HashSet::new));
        for (String other : beside) {
            int first = terms.stream().mapToInt(WeightedTerm::word).max().orElse(-1) + 1;
            for (WeightedTerm term : terms(other)) {
                if (terms.size() < mostTerms() && known.add(term.label())) {
                    terms.add(new WeightedTerm(term.term(), BESIDE_WEIGHT * term.weight(), first + term.word(),
                            term.kind()));
                }
            }
        }
        return terms;
    }

    /**
     * A word of a question.
     *
     * @param text as it is written
     * @param forms of which an entry has one if it has the word, alone or in a longer one
     * @param names of the parts of an identifier, all of which an entry may have instead
     */
    public record AskedWord(String text, Set<String> forms, Set<String> names) {

        /** Whether a text has the word, by the terms that an index has of the text. */
        public boolean isIn(Set<String> terms) {
            return forms.stream().anyMatch(terms::contains) || (!names.isEmpty()
                    && text.chars().noneMatch(Character::isDigit) && names.stream()
                            .allMatch(name -> terms.contains(name) || terms.contains(Compounds.part(name))));
        }
    }

    /** The words of a question in order, without function words; each once. */
    public List<AskedWord> askedWords(String text) {
        int most = mostTerms();
        Map<Span, Integer> numbers = new LinkedHashMap<>();
        List<WeightedTerm> terms = new QuestionTerms(languages, most).of(text, words(text, most), numbers);
        List<AskedWord> asked = new ArrayList<>();
        Set<Set<String>> known = new HashSet<>();
        numbers.forEach((span, number) -> {
            Set<String> forms = new LinkedHashSet<>();
            Set<String> names = new LinkedHashSet<>();
            terms.stream().filter(term -> term.word() == number).forEach(term -> {
                switch (term.kind()) {
                    case WORD -> {
                        forms.add(term.term());
                        forms.add(Compounds.part(term.term()));
                    }
                    case NAME -> names.add(term.term());
                    default -> {
                        // A form of what is there already.
                    }
                }
            });
            names.removeAll(forms);
            // Each name is there as a word, and as a part of a word.
            names.removeIf(name -> name.startsWith(Compounds.part("")));
            if (!forms.isEmpty() && known.add(forms)) {
                asked.add(new AskedWord(text.substring(span.start(), span.end()), forms, names));
            }
        });
        return asked;
    }

    /** Those of the same terms that an index has only if it has the word of the text, whole or as the end of a compound. */
    public List<WeightedTerm> wholeWords(String text) {
        int most = mostTerms();
        return new QuestionTerms(languages, most).whole(words(text, most));
    }

    private static int mostTerms() {
        return IndexSearcher.getMaxClauseCount() - OTHER_CLAUSES;
    }

    /** The words of a phrase in order, each with its forms. Of words that overlap, the first counts. */
    public List<List<String>> phrase(String text) {
        Map<Span, List<String>> forms = new TreeMap<>();
        words(text).forEach(word -> forms.computeIfAbsent(word.span(), span -> new ArrayList<>()).add(word.term()));
        List<List<String>> phrase = new ArrayList<>();
        int end = 0;
        for (Map.Entry<Span, List<String>> word : forms.entrySet()) {
            if (word.getKey().start() >= end) {
                phrase.add(word.getValue());
                end = word.getKey().end();
            }
        }
        return phrase;
    }

    /** The same, where a single word may also be a part of a compound or of an identifier. */
    public List<List<String>> phraseOrPart(String text) {
        List<List<String>> words = phrase(text);
        return words.size() != 1
                ? words
                : List.of(words.getFirst().stream().flatMap(form -> Stream.of(form, Compounds.part(form))).toList());
    }

    /**
     * The words of a phrase in order, as they are written; empty if the text has a script that only stemming cuts into words.
     * An abbreviation alone that is spelt like a function word, such as IT, is the abbreviation.
     */
    public List<List<String>> writtenPhrase(String text) {
        return WrittenWords.phrase(text, phrase(text).isEmpty());
    }

    /** The terms of a question that are marked in texts: not those of function words. */
    public Set<String> marked(String question) {
        return terms(question).stream().filter(term -> term.kind() != TermKind.WRITTEN).map(WeightedTerm::term)
                .collect(Collectors.toSet());
    }

    /** The places of terms in a text, in order, not overlapping. */
    public List<Span> spans(Set<String> terms, String text) {
        List<Span> spans = languages.stream().flatMap(language -> language.places(terms, text).stream()).distinct()
                .sorted().toList();
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            if (!merged.isEmpty() && span.start() < merged.getLast().end()) {
                merged.add(merged.removeLast().with(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** Runs an analyzer over a text. */
    static List<IndexedTerm> run(Analyzer analyzer, FoldedText mapped, int limit) {
        List<IndexedTerm> tokens = new ArrayList<>();
        run(analyzer, mapped, (term, span, isAlternative) -> {
            tokens.add(new IndexedTerm(term.toString(), span, isAlternative));
            return tokens.size() < limit;
        });
        return tokens;
    }

    /** Receives the terms of a text. */
    interface TermConsumer {
        /**
         * Receives a term.
         *
         * @param term valid until the next one
         * @return whether more terms are wanted
         */
        boolean accept(CharTermAttribute term, Span span, boolean isAlternative);
    }

    /** Runs an analyzer over a text. */
    static void run(Analyzer analyzer, FoldedText mapped, TermConsumer consumer) {
        try (TokenStream stream = CodeAwareAnalyzer.of(analyzer, mapped.text()).tokenStream("", mapped.text())) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            boolean more = true;
            while (more && stream.incrementToken()) {
                more = consumer.accept(term, mapped.original(offset.startOffset(), offset.endOffset()),
                        position.getPositionIncrement() == 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }
}
