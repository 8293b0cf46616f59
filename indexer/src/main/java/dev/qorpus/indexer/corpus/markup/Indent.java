package dev.qorpus.indexer.corpus.markup;

import java.util.List;

/** Indentation of lines. A tab counts as far as the next multiple of eight. */
final class Indent {

    private static final int TAB = 8;

    private Indent() {}

    /** The number of columns before the first character; of a blank line, 0. */
    static int of(String line) {
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case ' ' -> column++;
                case '\t' -> column += TAB - column % TAB;
                default -> {
                    return column;
                }
            }
        }
        return 0;
    }

    /** The line without a number of columns of its indentation. */
    static String without(String line, int columns) {
        int column = 0;
        int i = 0;
        while (i < line.length() && column < columns && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            column += line.charAt(i) == '\t' ? TAB - column % TAB : 1;
            i++;
        }
        return " ".repeat(Math.max(0, column - columns)) + line.substring(i);
    }

    /**
     * The line behind an indented block.
     *
     * @param start the first line that may belong to the block, from 0
     * @param columns the lines of the block are indented by more than this
     */
    static int end(List<String> lines, int start, int columns) {
        int end = start;
        for (int i = start; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                if (of(lines.get(i)) <= columns) {
                    return end;
                }
                end = i + 1;
            }
        }
        return end;
    }

    /** The least indentation of the lines from {@code start} to before {@code end}. */
    static int least(List<String> lines, int start, int end) {
        int least = Integer.MAX_VALUE;
        for (int i = start; i < end; i++) {
            if (!lines.get(i).isBlank()) {
                least = Math.min(least, of(lines.get(i)));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
