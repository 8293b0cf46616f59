package dev.qorpus.indexer.corpus.source;

import java.util.Arrays;

/**
 * The text of a file with its lines. Offsets are in UTF-16 code units, and lines count from 1.
 */
public final class SourceText {

    private final String text;
    private final int[] lineStarts;

    public SourceText(String text) {
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    public String slice(int start, int end) {
        return text.substring(start, Math.max(start, end));
    }

    /** The line of an offset. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset at which the line of an offset begins. */
    public int lineStart(int offset) {
        return lineStarts[line(offset) - 1];
    }

    /** The offset at which the next line begins, or the end of the text. */
    public int lineEnd(int offset) {
        int line = line(offset);
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    /** The column of an offset in its line, from 0. */
    public int column(int offset) {
        return offset - lineStart(offset);
    }

    /**
     * Removes the nesting from a piece of the text.
     *
     * @param nesting the indentation of each line
     */
    public String unnested(int start, int end, Nesting nesting) {
        String piece = slice(start, end);
        if (nesting.isNone()) {
            return piece;
        }
        StringBuilder lines = new StringBuilder(piece.length());
        boolean first = column(start) > 0;
        for (int at = 0; at < piece.length();) {
            int to = Math.min(piece.length(), lineEnd(start + at) - start);
            lines.append(piece, first ? at : Math.min(to, nesting.skip(piece, at, to)), to);
            first = false;
            at = to;
        }
        return lines.toString();
    }

    /**
     * The indentation of the lines in a list item, callout or quote.
     *
     * @param columns the number of blanks
     * @param quoted whether there is a {@code >}
     */
    public record Nesting(int columns, boolean quoted) {

        public static final Nesting NONE = new Nesting(0, false);

        boolean isNone() {
            return columns == 0 && !quoted;
        }

        /** The offset behind the nesting of the line from {@code at} to {@code to}. */
        private int skip(String text, int at, int to) {
            int i = at;
            for (int column = 0; i < to && column < columns; i++) {
                char c = text.charAt(i);
                if (c != ' ' && c != '\t') {
                    break;
                }
                column += c == '\t' ? 4 - column % 4 : 1;
            }
            if (quoted && i < to) {
                int mark = i;
                while (mark < to && text.charAt(mark) == ' ') {
                    mark++;
                }
                if (mark < to && text.charAt(mark) == '>') {
                    return mark + 1 < to && text.charAt(mark + 1) == ' ' ? mark + 2 : mark + 1;
                }
            }
            return i;
        }
    }
}
