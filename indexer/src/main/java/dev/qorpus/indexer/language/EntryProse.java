package dev.qorpus.indexer.language;

import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.entry.Entry;

/** The prose of an entry, by which its language is detected: without code, addresses, tags and identifiers. */
public final class EntryProse {

    /** The lowest number of letters for a detection. */
    private static final int ENOUGH = 40;
    /** The highest number of letters. More letters do not improve the detection. */
    private static final int MOST = 400;
    /** The number of characters of an answer that are read. */
    private static final int WINDOW = 4_000;
    /** An ideograph counts as this many letters. */
    private static final int IDEOGRAPH = 3;

    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*(```|~~~).*?(?:^\\s*\\1|\\z)");
    private static final Pattern INDENTED = Pattern.compile("(?m)^(?: {4}|\t).*$");
    private static final Pattern INLINE = Pattern.compile("`[^`]*`|<[^>]{0,200}>|\\]\\([^)]{0,500}\\)");
    private static final Pattern NO_WORD = Pattern.compile("\\S*[\\p{N}_/\\\\@=(){}\\[\\].:]\\S+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    private EntryProse() {}

    /** The prose of an entry: at most a few hundred letters, with blanks between the words. */
    public static String of(Entry entry) {
        String answer = entry.answer().markdown();
        String begin = answer.substring(0, Math.min(answer.length(), WINDOW));
        String prose = INDENTED.matcher(FENCED.matcher(begin).replaceAll(" ")).replaceAll(" ");
        String question = entry.question().substring(0, Math.min(entry.question().length(), WINDOW));
        String words = NO_WORD.matcher(INLINE.matcher(question + " \n" + prose).replaceAll(" ")).replaceAll(" ");
        String letters = NO_LETTER.matcher(words).replaceAll(" ").strip();
        return letters.substring(0, Math.min(letters.length(), MOST));
    }

    /** Whether the prose is long enough for a detection. */
    public static boolean isEnough(String prose) {
        return letters(prose) >= ENOUGH;
    }

    /** The number of letters; an ideograph counts as several. */
    static int letters(String prose) {
        return prose.codePoints().filter(Character::isLetter).map(c -> Character.isIdeographic(c) ? IDEOGRAPH : 1)
                .sum();
    }
}
