package dev.qorpus.web.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.qorpus.indexer.analysis.IndexedTerm;
import dev.qorpus.indexer.analysis.LanguageAnalyzers;
import dev.qorpus.indexer.analysis.TextAnalysis;
import dev.qorpus.indexer.analysis.Word;
import dev.qorpus.indexer.analysis.WrittenWords;
import dev.qorpus.indexer.corpus.entry.Entry;
import dev.qorpus.indexer.schema.IndexManifest;

/**
 * The words of a corpus in small letters, each with its terms as the analysis of questions makes them. With it a browser
 * needs no stemmer for the words of the corpus, whatever its languages are.
 *
 * @param surfaces the words, one a line
 * @param forms the terms of each with blanks between them; none for a function word, and {@code =} for the word itself
 * @param english whether words that the corpus lacks are stemmed as English ones
 * @param paired whether Chinese, Japanese and Korean are searched by pairs of signs
 */
record SurfacesData(String surfaces, String forms, boolean english, boolean paired) {

    private static final String ENGLISH = "en";
    private static final Set<String> PAIRED = Set.of("zh", "ja", "ko");
    /** A word that is in no list of function words. Beside it, a word is analysed as within a question. */
    private static final String BESIDE = "qorpusword";

    static SurfacesData of(List<SiteEntry> entries, IndexManifest manifest) {
        TextAnalysis analysis = manifest.textAnalysis();
        Set<String> languages = manifest.languages().isEmpty() ? Set.of(ENGLISH) : manifest.languages().keySet();
        Set<String> words = new TreeSet<>();
        languages.forEach(language -> words.addAll(LanguageAnalyzers.functionWords(language)));
        entries.forEach(entry -> parts(entry.entry()).forEach(part -> addWords(part, words)));
        SortedMap<String, String> forms = new TreeMap<>();
        words.forEach(word -> forms.put(word, forms(word, analysis)));
        return new SurfacesData(String.join("\n", forms.keySet()),
                forms.entrySet().stream().map(SurfacesData::shortened).collect(Collectors.joining("\n")),
                languages.contains(ENGLISH), languages.stream().anyMatch(PAIRED::contains));
    }

    private static Stream<String> parts(Entry entry) {
        return Stream.concat(Stream.of(entry.question(), entry.answer().text(), entry.title()),
                entry.section().stream());
    }

    private static void addWords(String text, Set<String> words) {
        for (IndexedTerm word : WrittenWords.of(text)) {
            words.add(word.term().toLowerCase(Locale.ROOT));
            if (!word.isAlternative()) {
                words.add(text.substring(word.span().start(), word.span().end()).toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String forms(String word, TextAnalysis analysis) {
        return analysis.words(word + "\n" + BESIDE).stream().filter(found -> found.span().end() <= word.length())
                .map(Word::term).distinct().collect(Collectors.joining(" "));
    }

    private static String shortened(Map.Entry<String, String> word) {
        return word.getKey().equals(word.getValue()) ? "=" : word.getValue();
    }
}
