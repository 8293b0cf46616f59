package dev.qorpus.indexer.analysis;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/** A text in another spelling, and where each of its characters stands in the original. */
final class FoldedText {

    private static final char FIRST_JAMO_VOWEL = '\u1160';
    private static final char LAST_JAMO = '\u11FF';
    private static final char LAST_ASCII = 127;
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final String text;
    /** For each character of the text, and for its end, the place in the original; none if the text is the original. */
    private final int @Nullable [] offsets;

    private FoldedText(String text, int @Nullable [] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /** Whether folding changes no word of a text: all that is not ASCII in it are signs, such as quotes, dashes and emoji. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                int sign = text.codePointAt(i);
                int next = i + Character.charCount(sign);
                if (!isPlain(sign, next < text.length() ? text.charAt(next) : ' ')) {
                    return false;
                }
                i = next - 1;
            }
        }
        return true;
    }

    private static boolean isPlain(int sign, char next) {
        return switch (sign) {
            case '‘', '’', '“', '”', '–', '—', '•', '→', NO_BREAK_SPACE -> true;
            // Three points before an N would be a name of code.
            case '…' -> next != 'n' && next != 'N';
            default -> !Character.isAlphabetic(sign) && isSign(Character.getType(sign))
                    && Normalizer.isNormalized(Character.toString(sign), Normalizer.Form.NFKC);
        };
    }

    private static boolean isSign(int type) {
        return switch (type) {
            case Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL,
                    Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }

    /** The other spelling. */
    String text() {
        return text;
    }

    /** A letter with its marks becomes one character where Unicode has it (NFC). */
    static FoldedText composed(String original) {
        return isAscii(original) || Normalizer.isNormalized(original, Normalizer.Form.NFC)
                ? same(original)
                : map(original, cluster -> Normalizer.normalize(cluster, Normalizer.Form.NFC));
    }

    /**
     * Letters lose their accents, and ligatures and wide letters become plain ones (NFKC, and Lucene's folding to ASCII).
     * Scripts in which marks are letters, such as Devanagari and Thai, keep them.
     */
    static FoldedText folded(String original) {
        return isAscii(original) ? same(original) : map(original, FoldedText::fold);
    }

    /** One letter with its marks. */
    private interface Spelling {
        String of(String cluster);
    }

    private static FoldedText same(String text) {
        return new FoldedText(text, null);
    }

    /** Whether a text has no character that folding may change. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static FoldedText map(String original, Spelling spelling) {
        StringBuilder text = new StringBuilder(original.length());
        int[] offsets = new int[original.length() * 2 + 1];
        for (int at = 0; at < original.length();) {
            int end = end(original, at);
            int before = text.length();
            text.append(end == at + 1 && original.charAt(at) <= LAST_ASCII
                    ? original.substring(at, end)
                    : spelling.of(original.substring(at, end)));
            if (text.length() >= offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * text.length() + 1);
            }
            Arrays.fill(offsets, before, text.length(), at);
            at = end;
        }
        offsets[text.length()] = original.length();
        return new FoldedText(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    /** The end of a letter with its marks: combining marks, and the vowels and final consonants of Korean syllables. */
    private static int end(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && extendsLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean extendsLetter(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                || (codePoint >= FIRST_JAMO_VOWEL && codePoint <= LAST_JAMO);
    }

    private static String fold(String cluster) {
        if (!losesMarks(cluster.codePointAt(0))) {
            return Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        }
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(cluster, Normalizer.Form.NFKD).codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        char[] folded = new char[4 * letters.length()];
        int length = ASCIIFoldingFilter.foldToASCII(letters.toString().toCharArray(), 0, folded, 0, letters.length());
        return new String(folded, 0, length);
    }

    private static boolean losesMarks(int letter) {
        // In Cyrillic only the signs on vowels are accents: й is a letter of its own.
        return switch (UnicodeScript.of(letter)) {
            case LATIN, GREEK, ARABIC, HEBREW -> true;
            case CYRILLIC -> letter != 'й' && letter != 'Й' && letter != 'и' && letter != 'И';
            default -> false;
        };
    }

    /** A range of this text as a range of the original. */
    Span original(int start, int end) {
        return offsets == null ? new Span(start, end) : new Span(offsets[start], end == 0 ? 0 : endOf(offsets, end));
    }

    /** Characters that came from one letter end where that letter ends. */
    private int endOf(int[] offsets, int end) {
        int next = end;
        while (next < text.length() && offsets[next] == offsets[end - 1]) {
            next++;
        }
        return offsets[next];
    }
}
