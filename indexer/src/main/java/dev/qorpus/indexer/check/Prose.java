package dev.qorpus.indexer.check;

import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The prose of an entry, which says its language: without code, addresses, tags and names of things in code. */
final class Prose {

    /** Fewer letters say too little. */
    private static final int ENOUGH = 40;
    /** More say no more. */
    private static final int MOST = 400;
    /** Read at most so much of an answer: the beginning is written like the rest. */
    private static final int WINDOW = 4_000;
    /** A character that stands for a word or a syllable says as much as several letters. */
    private static final int IDEOGRAPH = 3;

    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*(```|~~~).*?(?:^\\s*\\1|\\z)");
    private static final Pattern INDENTED = Pattern.compile("(?m)^(?: {4}|\t).*$");
    private static final Pattern INLINE = Pattern.compile("`[^`]*`|<[^>]{0,200}>|\\]\\([^)]{0,500}\\)");
    private static final Pattern NO_WORD = Pattern.compile("\\S*[\\p{N}_/\\\\@=(){}\\[\\].:]\\S+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    private Prose() {}

    /** At most a few hundred letters with blanks between the words. */
    static String of(Entry entry) {
        String answer = entry.answer().markdown();
        String begin = answer.substring(0, Math.min(answer.length(), WINDOW));
        String prose = INDENTED.matcher(FENCED.matcher(begin).replaceAll(" ")).replaceAll(" ");
        String question = entry.question().substring(0, Math.min(entry.question().length(), WINDOW));
        String words = NO_WORD.matcher(INLINE.matcher(question + " \n" + prose).replaceAll(" ")).replaceAll(" ");
        String letters = NO_LETTER.matcher(words).replaceAll(" ").strip();
        return letters.substring(0, Math.min(letters.length(), MOST));
    }

    /** Whether a language can be told from it. */
    static boolean isEnough(String prose) {
        return prose.codePoints().filter(Character::isLetter).map(c -> Character.isIdeographic(c) ? IDEOGRAPH : 1)
                .sum() >= ENOUGH;
    }
}
