package dev.qorpus.search.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.qorpus.search.backend.Vocabulary;
import dev.qorpus.search.backend.Vocabulary.SimilarWord;

/**
 * Rewrites a question's words in the spelling of the index. It splits joined words, joins split ones, corrects typos,
 * and picks the spelling variant that the index has. Only words that the index lacks are changed. A word that no slip of
 * the fingers explains may be right: it stays, and its neighbour is searched beside it. A word counts as a
 * typo only if the model does not know it either: in a small corpus a correct word often has a near neighbour by
 * accident (slot, slow).
 *
 * @param vocabulary the words of the index
 * @param isWord whether a word in lower case is one of the language
 */
public record Corrector(Vocabulary vocabulary, Predicate<String> isWord) {

    /** Letters and digits; not within names such as {@code node.js}, {@code max_len} or {@code don't}. */
    private static final Pattern WORD = Pattern
            .compile("(?<![\\p{L}\\p{N}_.'’])[\\p{L}\\p{N}]+(?![\\p{L}\\p{N}_'’]|\\.[\\p{L}\\p{N}])");
    /** Names with points or underscores within, and versions. */
    private static final Pattern NAME = Pattern
            .compile("(?<![\\p{L}\\p{N}_.'’])[\\p{L}\\p{N}]+(?:[._][\\p{L}\\p{N}]+)+"
                    + "(?![\\p{L}\\p{N}_'’]|\\.[\\p{L}\\p{N}])");
    /** Words are joined over no more than this. */
    private static final Pattern GAP = Pattern.compile("[ -]");
    /** Shorter parts are found in too many words; but numbers may be. */
    private static final int SPLIT_FROM = 2;
    /** A short word before another seldom belongs to it: "of ten". */
    private static final int JOINED_FROM = 3;
    /** Below these lengths nearly every word is near to another. */
    private static final int SWAPPED_FROM = 4;
    private static final int ONE_EDIT_FROM = 5;
    private static final int TWO_EDITS_FROM = 8;

    private static final Comparator<SimilarWord> NEAREST_FIRST = Comparator.comparingInt(SimilarWord::edits)
            .thenComparing(Comparator.comparingInt(SimilarWord::frequency).reversed())
            .thenComparing(SimilarWord::word);

    /** A word of the question: where it stands, how it is to be written, and whether the index has it so. */
    private record Word(int start, int end, String text, boolean known, Change change) {}

    /** What is done to a word. */
    private enum Change {
        /** Nothing. */
        NONE,
        /** It is written otherwise. */
        REPLACED,
        /** It stays, and another word is searched beside it. */
        BESIDE
    }

    /** The question in the index's words. */
    public CorrectedQuestion correct(String question) {
        return correct(question, List.of());
    }

    /**
     * The same.
     *
     * @param insisted words and phrases that stay as they are
     */
    public CorrectedQuestion correct(String question, List<String> insisted) {
        vocabulary.prefetch(question);
        List<Word> words = new ArrayList<>();
        WORD.matcher(question).results().filter(match -> !isInsisted(match.group(), insisted))
                .forEach(match -> words.add(word(match)));
        join(question, words);
        NAME.matcher(question).results().filter(match -> !isInsisted(match.group(), insisted)).map(this::name)
                .flatMap(Optional::stream).forEach(words::add);
        words.sort(Comparator.comparingInt(Word::start));
        return wording(question, words);
    }

    private static boolean isInsisted(String word, List<String> insisted) {
        return insisted.stream().anyMatch(text -> text.contains(word));
    }

    private Word word(MatchResult match) {
        String text = match.group();
        String lower = text.toLowerCase(Locale.ROOT);
        if (vocabulary.has(text)) {
            return new Word(match.start(), match.end(), text, true, Change.NONE);
        }
        Optional<String> better = Spellings.of(lower).stream().filter(vocabulary::has).findFirst();
        if (better.isEmpty() && !isWord.test(lower)) {
            better = split(lower);
            Optional<SimilarWord> near = better.isPresent() ? Optional.empty() : respelt(lower);
            if (near.isPresent() && !TypingErrors.explain(lower, near.get().word(), near.get().edits())) {
                return new Word(match.start(), match.end(), near.get().word(), false, Change.BESIDE);
            }
            better = better.or(() -> near.map(SimilarWord::word));
        }
        return new Word(match.start(), match.end(), better.orElse(text), better.isPresent(),
                better.isPresent() ? Change.REPLACED : Change.NONE);
    }

    /** A name that the index has with other signs, or none. */
    private Optional<Word> name(MatchResult match) {
        String text = match.group();
        if (vocabulary.has(text)) {
            return Optional.empty();
        }
        return Spellings.ofName(text.toLowerCase(Locale.ROOT)).stream()
                .filter(other -> vocabulary.has(other) && (!other.contains(" ") || vocabulary.hasPhrase(other)))
                .findFirst().map(other -> new Word(match.start(), match.end(), other, true, Change.REPLACED));
    }

    /** Two words of the index that stand side by side there, or one with a point in it. */
    private Optional<String> split(String word) {
        for (int at = 1; at < word.length(); at++) {
            String first = word.substring(0, at);
            String second = word.substring(at);
            String apart = first + " " + second;
            if (isName(first, second)) {
                return Optional.of(first + "." + second);
            }
            if (isPart(first, SPLIT_FROM) && isPart(second, SPLIT_FROM) && vocabulary.has(apart)
                    && vocabulary.hasPhrase(apart)) {
                return Optional.of(apart);
            }
        }
        return Optional.empty();
    }

    /** Whether the index has both as one name, such as node.js. Between a letter and a digit a point ends a word. */
    private boolean isName(String first, String second) {
        return Character.isLetter(first.charAt(first.length() - 1)) && Character.isLetter(second.charAt(0))
                && vocabulary.has(first + "." + second);
    }

    private static boolean isPart(String word, int shortest) {
        return word.length() >= shortest || Character.isDigit(word.charAt(0));
    }

    /** The nearest word of the index. */
    private Optional<SimilarWord> respelt(String word) {
        return vocabulary.similar(word, word.length() < TWO_EDITS_FROM ? 1 : 2).stream()
                .filter(other -> isMeant(word, other.word())).min(NEAREST_FIRST);
    }

    /**
     * Whether one word may be a mistyped other. The first letter is seldom wrong, and another one may turn the
     * meaning round (helpful, unhelpful). Few people type more letters than they mean to. Another digit is
     * another version.
     */
    private static boolean isMeant(String word, String other) {
        boolean swapped = word.length() >= SWAPPED_FROM && letters(word).equals(letters(other));
        return (swapped || (word.length() >= ONE_EDIT_FROM && word.charAt(0) == other.charAt(0)))
                && Math.abs(word.length() - other.length()) <= 1 && digits(word).equals(digits(other));
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    private static String digits(String word) {
        return word.replaceAll("\\P{N}", "");
    }

    /** Puts neighbours together of which the index lacks one, but has both as one word. */
    private void join(String question, List<Word> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word first = words.get(i);
            Word second = words.get(i + 1);
            boolean near = first.change() != Change.BESIDE && second.change() != Change.BESIDE
                    && GAP.matcher(question.substring(first.end(), second.start())).matches()
                    && !(first.known() && second.known());
            Optional<String> joined = near
                    ? joined(first.text().toLowerCase(Locale.ROOT), second.text().toLowerCase(Locale.ROOT))
                    : Optional.empty();
            if (joined.isPresent()) {
                words.set(i, new Word(first.start(), second.end(), joined.get(), true, Change.REPLACED));
                words.remove(i + 1);
            }
        }
    }

    private Optional<String> joined(String first, String second) {
        if (isName(first, second)) {
            return Optional.of(first + "." + second);
        }
        return Optional.of(first + second)
                .filter(joined -> isPart(first, JOINED_FROM) && isPart(second, JOINED_FROM) && vocabulary.has(joined));
    }

    private static CorrectedQuestion wording(String question, List<Word> words) {
        StringBuilder text = new StringBuilder();
        List<Correction> corrections = new ArrayList<>();
        int written = 0;
        for (Word word : words) {
            if (word.change() == Change.REPLACED) {
                text.append(question, written, word.start()).append(word.text());
                written = word.end();
            }
            if (word.change() != Change.NONE) {
                corrections.add(new Correction(question.substring(word.start(), word.end()), word.text(),
                        word.change() == Change.REPLACED));
            }
        }
        return new CorrectedQuestion(text.append(question.substring(written)).toString(),
                corrections.stream().distinct().toList());
    }
}
