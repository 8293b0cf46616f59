package dev.qorpus.indexer;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The length of a text, letter by letter, in tenths of an English word. Where words are written without blanks between
 * them, each letter counts for a part of a word.
 */
final class PassageLength {

    /** The length of a word between blanks. */
    static final int WORD = 10;
    /** An ideograph or a Japanese letter: an English text of 60 words has some 100 of them in Chinese. */
    private static final int IDEOGRAPH = 6;
    /** A letter of Thai and its neighbours: a word has about five. */
    private static final int JOINED_LETTER = 2;

    private static final Set<UnicodeScript> IDEOGRAPHIC = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO, UnicodeScript.YI);
    private static final Set<UnicodeScript> JOINED = EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO,
            UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN, UnicodeScript.JAVANESE);
    /** The first letter of these scripts. All others are told apart without a look at their script. */
    private static final int FIRST = 0xE00;

    /** What is before the next character. */
    private enum Before {
        BLANK, WORD, JOINED_LETTER
    }

    private Before before = Before.BLANK;

    /** What the next character adds. */
    int next(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            before = Before.BLANK;
            return 0;
        }
        int alone = codePoint < FIRST || !Character.isLetter(codePoint) ? 0 : letter(UnicodeScript.of(codePoint));
        if (alone > 0) {
            before = Before.JOINED_LETTER;
            return alone;
        }
        // A mark between two ideographs is no word.
        boolean begins = before == Before.BLANK
                || (before == Before.JOINED_LETTER && Character.isLetterOrDigit(codePoint));
        before = begins ? Before.WORD : before;
        return begins ? WORD : 0;
    }

    private static int letter(UnicodeScript script) {
        return IDEOGRAPHIC.contains(script) ? IDEOGRAPH : JOINED.contains(script) ? JOINED_LETTER : 0;
    }

    /** The length of a whole text. */
    static int of(String text) {
        PassageLength length = new PassageLength();
        return text.codePoints().map(length::next).sum();
    }
}
