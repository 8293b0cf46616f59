package dev.qorpus.indexer.corpus.source;

/**
 * Keeps text on one line of a terminal. File names and ids may contain any character, and a line break in one could forge a
 * line of a report.
 */
public final class SingleLine {

    /** Unicode's symbols for control characters: a line feed becomes {@code ␊}. */
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int UNKNOWN = 0xFFFD;

    private SingleLine() {}

    /** Replaces control characters by their symbols. */
    public static String of(String text) {
        return text.codePoints().allMatch(SingleLine::isPlain)
                ? text
                : text.codePoints().map(SingleLine::picture).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                        StringBuilder::append).toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            // Format characters can change the direction of text. Joiners and the soft hyphen cannot.
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
