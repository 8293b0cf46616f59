package dev.qorpus.indexer.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Keeps the words that tell what a text is about. Function words are removed: Snowball's list, those of the languages of an
 * index, and words that are common in English questions.
 */
final class ContentWords {

    private static final Set<String> COMMON_IN_QUESTIONS = Set.of("can", "could", "may", "might", "must", "shall",
            "will", "would", "every", "many", "much", "well", "whose", "without", "get", "got", "use", "used", "using",
            "way", "need", "want", "make", "one", "also", "e.g", "i.e", "etc", "via", "vs", "just", "like", "please",
            "im", "ive", "dont", "cant", "doesnt", "didnt", "http", "https");

    /** Longer words are identifiers or parts of addresses. */
    private static final int LONGEST = 30;

    private static final CharArraySet ENGLISH = english();

    private final List<String> languages;
    private final List<CharArraySet> stopWords;

    /** @param languages whose function words are left out; English ones always are */
    ContentWords(List<String> languages) {
        this.languages = List.copyOf(languages);
        stopWords = Stream.concat(Stream.of(ENGLISH), languages.stream().map(LanguageAnalyzers::stopWords)).toList();
    }

    private static CharArraySet english() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            if (list == null) {
                throw new IllegalStateException("Lucene's list of English stop words is missing; build Qorpus again");
            }
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Lucene's list of English stop words", e);
        }
    }

    /** Leaves out function words, single letters, numbers, and words that are too long. */
    List<Word> of(List<Word> words, String text) {
        return words.stream().filter(word -> isContent(text.substring(word.span().start(), word.span().end())))
                .toList();
    }

    private boolean isContent(String written) {
        String word = written.replace("’", "'");
        boolean letters = word.codePoints().filter(Character::isLetter).limit(2).count() == 2
                || word.codePoints().anyMatch(Character::isIdeographic);
        return letters && word.length() <= LONGEST
                && stopWords.stream().noneMatch(words -> words.contains(word.toLowerCase(Locale.ROOT)))
                && !QuestionWords.contains(languages, word.toLowerCase(Locale.ROOT))
                && !COMMON_IN_QUESTIONS.contains(word.replace("'", "").toLowerCase(Locale.ROOT));
    }
}
