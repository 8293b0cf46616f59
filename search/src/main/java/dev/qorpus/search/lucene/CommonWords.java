package dev.qorpus.search.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

import dev.qorpus.search.backend.Span;
import dev.qorpus.search.backend.Word;

/** Words that stand in texts about anything: Snowball's English list, and a few more with which people ask. */
final class CommonWords {

    private static final Set<String> ASKING = Set.of("can", "could", "may", "might", "must", "shall", "will", "would",
            "every", "many", "much", "well", "whose", "without", "get", "got", "use", "used", "using", "way", "need",
            "want", "make", "one", "also", "e.g", "i.e", "etc",
            "via", "vs", "just", "like", "please", "im", "ive", "dont", "cant", "doesnt", "didnt", "http", "https");

    /** No word of a language is longer; identifiers and parts of addresses are. */
    private static final int LONGEST = 30;

    private static final CharArraySet LISTED = listed();

    private CommonWords() {}

    private static CharArraySet listed() {
        try (InputStream list = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            if (list == null) {
                throw new IllegalStateException("Lucene's list of English stop words is missing; rebuild the project");
            }
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Lucene's list of English stop words", e);
        }
    }

    /** The tokens of a text that are no such words, nor single letters, numbers, or too long to be read. */
    static List<Word> without(List<Analysis.Token> tokens, String text) {
        return tokens.stream().filter(token -> tells(token.span(), text))
                .map(token -> new Word(token.term(), token.span())).toList();
    }

    private static boolean tells(Span span, String text) {
        String word = text.substring(span.start(), span.end()).replace("’", "'");
        boolean letters = word.codePoints().filter(Character::isLetter).limit(2).count() == 2
                || word.codePoints().anyMatch(Character::isIdeographic);
        return letters && word.length() <= LONGEST && !LISTED.contains(word.toLowerCase(Locale.ROOT))
                && !ASKING.contains(word.replace("'", "").toLowerCase(Locale.ROOT));
    }
}
