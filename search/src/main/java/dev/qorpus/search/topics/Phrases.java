package dev.qorpus.search.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.qorpus.indexer.analysis.Word;

/** The phrases of a text that could name a topic: up to three content words in sequence, or up to six ideographs. */
final class Phrases {

    /** Words of a phrase at most, and pairs of ideographs, which overlap. */
    private static final int MOST_WORDS = 3;
    private static final int MOST_PAIRS = 5;
    /** Names with a point, such as Node.js; others are members of objects, files and hosts. */
    private static final Pattern POINTED_NAME = Pattern.compile("\\.?[\\p{L}\\d]+|[\\p{L}\\d]+\\.(?:js|JS|net|NET|io)");
    private static final Pattern FORM_OF_VERB = Pattern.compile(".{3,}(?:ed|ly|ize)");
    private static final Pattern ADVERB = Pattern.compile("[A-Za-z]{3,}ly");
    /** After these, an English word is a verb. */
    private static final Set<String> BEFORE_VERBS = Set.of("to", "can", "could", "should", "would", "will", "must",
            "may", "might", "we", "you", "i", "they", "it", "not", "don't", "doesn't", "please", "let", "be", "been",
            "were", "never", "always", "also", "that", "who");
    /** A word that is mostly a verb or an attribute counts this little. */
    private static final double UNLIKELY = 0.2;

    /**
     * A phrase at its place in a text.
     *
     * @param term its words as the index compares them
     * @param form as it is written
     * @param words how many words, or pairs of ideographs
     * @param likely from 0 to 1: how likely it is a noun, as far as the language is known
     */
    record Phrase(String term, String form, int words, double likely) {}

    private Phrases() {}

    /**
     * All phrases of a text.
     *
     * @param words the content words of the text
     * @param language ISO 639-1; empty if it is not known
     */
    static List<Phrase> of(String text, List<Word> words, String language) {
        List<Word> ordered = words.stream().filter(word -> word.span().end() - word.span().start() > 1)
                .sorted(Comparator.comparingInt((Word word) -> word.span().start())).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from++) {
            if (isTail(text, ordered, from)) {
                continue;
            }
            boolean pairs = isPair(written(text, ordered.get(from)));
            for (int to = from; to < ordered.size() && to - from < (pairs ? MOST_PAIRS : MOST_WORDS); to++) {
                if (!isName(written(text, ordered.get(to)), language)
                        || (to > from && !adjacent(text, ordered.get(to - 1), ordered.get(to)))) {
                    break;
                }
                add(text, ordered.subList(from, to + 1), likely(text, ordered, from, to, language), phrases);
            }
        }
        return phrases;
    }

    private static void add(String text, List<Word> words, double likely, List<Phrase> phrases) {
        String form = text.substring(words.getFirst().span().start(), words.getLast().span().end());
        long distinct = words.stream().map(Word::term).distinct().count();
        if (distinct == words.size() && (words.size() > 1 || !GenericWords.needsOthers(form))) {
            String term = String.join(" ", words.stream().map(Word::term).toList());
            phrases.add(new Phrase(term, form, words.size(), likely));
        }
    }

    /** Whether a word is the rest of a longer one whose beginning says nothing, as hot is of one-hot. */
    private static boolean isTail(String text, List<Word> words, int at) {
        int start = words.get(at).span().start();
        return start > 1 && text.charAt(start - 1) == '-' && Character.isLetterOrDigit(text.charAt(start - 2))
                && (at == 0 || words.get(at - 1).span().end() != start - 1);
    }

    private static String written(String text, Word word) {
        return text.substring(word.span().start(), word.span().end());
    }

    private static boolean isPair(String written) {
        return written.length() == 2 && Character.isIdeographic(written.codePointAt(0));
    }

    private static boolean isName(String written, String language) {
        return !GenericWords.contains(language, written) && written.indexOf('_') < 0
                && (written.indexOf('.') < 0 || POINTED_NAME.matcher(written).matches());
    }

    private static boolean adjacent(String text, Word one, Word other) {
        int gap = other.span().start() - one.span().end();
        return gap == -1
                ? isPair(written(text, one)) && isPair(written(text, other))
                : gap == 1 && " -".indexOf(text.charAt(one.span().end())) >= 0;
    }

    /** By what stands around it in English, and by its first letter in German. */
    private static double likely(String text, List<Word> words, int from, int to, String language) {
        String last = written(text, words.get(to));
        if (language.equals("de")) {
            return Character.isUpperCase(last.codePointAt(0)) ? 1 : UNLIKELY;
        }
        if (!language.equals("en") && !language.isEmpty()) {
            return 1;
        }
        boolean verb = BEFORE_VERBS.contains(before(text, words.get(from).span().start()))
                || FORM_OF_VERB.matcher(last).matches() || ADVERB.matcher(written(text, words.get(from))).matches();
        boolean attribute = to + 1 < words.size() && adjacent(text, words.get(to), words.get(to + 1));
        // The subject of a question is followed by its verb, so an attribute is only a little less likely.
        return (verb ? UNLIKELY : 1) * (attribute ? 0.6 : 1) * (isMember(last) ? 0.5 : 1);
    }

    /** Names of functions and variables begin in lower case, and have capitals within. */
    private static boolean isMember(String written) {
        return Character.isLowerCase(written.codePointAt(0)) && written.chars().anyMatch(Character::isUpperCase);
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetter(sign) || sign == '\'' || sign == '’';
    }

    /** The word before a place, in lower case; empty if something else stands there. */
    private static String before(String text, int at) {
        int end = at - 1;
        if (end <= 0 || text.charAt(end) != ' ') {
            return "";
        }
        int start = end;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
