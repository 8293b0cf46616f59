package dev.qorpus.indexer.corpus.source;

/**
 * Text that stays on one line of a terminal. File names and ids may hold any character; shown as it is, a line
 * break in one would forge a line of a report.
 */
public final class OneLine {

    /** Unicode's pictures of the control characters: a line feed is shown as {@code ␊}. */
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int UNKNOWN = 0xFFFD;

    private OneLine() {}

    /** The same text with pictures in place of control characters. */
    public static String of(String text) {
        return text.codePoints().allMatch(OneLine::isPlain)
                ? text
                : text.codePoints().map(OneLine::picture).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                        StringBuilder::append).toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            // Format characters turn the direction of what follows; the two that join emoji and letters do not.
            case Character.FORMAT -> character == '\u200C' || character == '\u200D' || character == '\u00AD';
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }

    private static int picture(int character) {
        if (isPlain(character)) {
            return character;
        }
        if (character < ' ') {
            return PICTURES + character;
        }
        return character == DELETE ? PICTURE_OF_DELETE : UNKNOWN;
    }
}
