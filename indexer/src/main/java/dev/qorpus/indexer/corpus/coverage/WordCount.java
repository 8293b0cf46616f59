package dev.qorpus.indexer.corpus.coverage;

import java.util.regex.Pattern;

/**
 * Counts words: runs of letters, digits and marks. A character of a script without spaces (Chinese, Japanese kana, Thai) is
 * a word of its own.
 */
public final class WordCount {

    /** One word. */
    public static final Pattern WORD = Pattern.compile(
            "[\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]\\p{M}*+"
                    + "|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}&&[^\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]]*+");

    private static final int ASCII = 0x80;
    /** Below are no scripts without spaces. */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    private WordCount() {}

    /** The number of words in a text. */
    public static int of(CharSequence text) {
        int words = 0;
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            words++;
        }
        return words;
    }

    /** The offset of the first word at or behind an offset; the length of the text if there is none. */
    static int next(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            int character = Character.codePointAt(text, at);
            if (isStart(character)) {
                return at;
            }
            at += Character.charCount(character);
        }
        return text.length();
    }

    /** The offset behind the word that starts at an offset. */
    static int end(CharSequence text, int start) {
        int first = Character.codePointAt(text, start);
        boolean single = isWithoutSpaces(first);
        int at = start + Character.charCount(first);
        while (at < text.length()) {
            int character = Character.codePointAt(text, at);
            boolean continues = single
                    ? isMark(character)
                    : (isStart(character) || isMark(character)) && !isWithoutSpaces(character);
            if (!continues) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static boolean isStart(int character) {
        if (character < ASCII) {
            return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9');
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                true;
            default -> isWithoutSpaces(character);
        };
    }

    private static boolean isMark(int character) {
        if (character < ASCII) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWithoutSpaces(int character) {
        if (character < FIRST_WITHOUT_SPACES) {
            return false;
        }
        if (Character.isIdeographic(character)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER -> true;
            default -> false;
        };
    }
}
