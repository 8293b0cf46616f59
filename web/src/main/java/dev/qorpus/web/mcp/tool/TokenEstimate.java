package dev.qorpus.web.mcp.tool;

/**
 * Estimates how many tokens a text has for a language model. Each model has its own tokens, so this counts with reserve:
 * the figure is above that of GPT's o200k for prose, code, JSON and other scripts.
 */
final class TokenEstimate {

    /** Common words of up to this many letters are one token. */
    private static final int LETTERS = 5;
    private static final int DIGITS = 2;
    /** Adjacent marks, such as {@code ":"}, are often one token. */
    private static final int MARKS = 2;
    /** From here on, each character is counted: Chinese, Japanese, Korean. */
    private static final int IDEOGRAPHS = 0x2E80;
    private static final int ASCII = 0x80;
    /** Letters of one token in other alphabets. */
    private static final int OTHER_LETTERS = 2;

    private enum Kind {
        SPACE, LETTER, OTHER_LETTER, DIGIT, MARK, SINGLE;

        static Kind of(int character) {
            if (Character.isWhitespace(character)) {
                return character == '\n' ? SINGLE : SPACE;
            }
            if (character >= IDEOGRAPHS) {
                return SINGLE;
            }
            if (Character.isLetter(character)) {
                return character < ASCII ? LETTER : OTHER_LETTER;
            }
            if (character >= ASCII) {
                return SINGLE;
            }
            return Character.isDigit(character) ? DIGIT : MARK;
        }

        int perToken() {
            return switch (this) {
                case LETTER -> LETTERS;
                case OTHER_LETTER -> OTHER_LETTERS;
                case DIGIT -> DIGITS;
                case MARK -> MARKS;
                case SPACE, SINGLE -> 1;
            };
        }
    }

    private TokenEstimate() {}

    /** About how many tokens a text has; rarely too few. */
    static int of(String text) {
        int tokens = 0;
        int run = 0;
        Kind before = Kind.SPACE;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            Kind kind = Kind.of(text.codePointAt(at));
            if (kind != before || kind == Kind.SINGLE || isNewWord(text, at)) {
                tokens += tokens(before, run) + (before == Kind.SPACE && run == 1 && kind == Kind.DIGIT ? 1 : 0);
                run = 0;
            }
            before = kind;
            run++;
        }
        return tokens + tokens(before, run);
    }

    /** Capitals within a word, as in names of classes and in Base64, begin a token. */
    private static boolean isNewWord(String text, int at) {
        return at > 0 && Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
    }

    /** A space belongs to the word behind it, but not to a number; a run of spaces is a token. */
    private static int tokens(Kind kind, int run) {
        if (kind == Kind.SPACE) {
            return run > 1 ? 1 : 0;
        }
        return (run + kind.perToken() - 1) / kind.perToken();
    }
}
