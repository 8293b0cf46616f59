package dev.qorpus.web.cli.terminal;

/**
 * How many columns text takes in a terminal. The counts are those of {@code wcwidth}, code point by code point.
 * Terminals that draw joined emoji as one use fewer columns, and none uses more.
 */
final class Columns {

    private static final int VARIATION_EMOJI = 0xFE0F;
    private static final int SOFT_HYPHEN = 0xAD;

    /** First and last code points that are wide, in order (East Asian Width W and F); emoji are not in it. */
    private static final int[] WIDE = {0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF,
            0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01,
            0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000, 0x2FFFD, 0x30000,
            0x3FFFD};
    /** First and last code points that take no column, beside marks. */
    private static final int[] NONE = {0x1160, 0x11FF, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0xD7B0, 0xD7FF,
            0xFEFF, 0xFEFF, 0xE0000, 0xE0FFF};

    private Columns() {}

    /** The columns of a text without line breaks. */
    static int of(String text) {
        int columns = 0;
        int last = 0;
        for (int i = 0; i < text.length();) {
            int next = text.codePointAt(i);
            if (next == VARIATION_EMOJI) {
                columns += last == 1 ? 1 : 0;
                last = 0;
            } else {
                last = of(next);
                columns += last;
            }
            i += Character.charCount(next);
        }
        return columns;
    }

    /** Whether a line may be broken beside a code point: it is wide, and no Korean, which is written with blanks. */
    static boolean isBreakable(int codePoint) {
        return of(codePoint) == 2 && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.HANGUL;
    }

    private static int of(int codePoint) {
        if (codePoint < SOFT_HYPHEN) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || within(NONE, codePoint)) {
            return 0;
        }
        // Two of them make a flag, which takes two columns.
        boolean regional = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
        return within(WIDE, codePoint) || (Character.isEmojiPresentation(codePoint) && !regional) ? 2 : 1;
    }

    private static boolean within(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length && ranges[i] <= codePoint; i += 2) {
            if (codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
