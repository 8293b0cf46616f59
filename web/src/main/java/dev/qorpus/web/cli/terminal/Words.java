package dev.qorpus.web.cli.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of text, cut where it may be broken: at blanks, and beside signs that are written without blanks. What people
 * take for one character is never cut.
 *
 * @param text the line
 * @param ends offsets behind each character as people see it, in order
 */
record Words(String text, List<Integer> ends) {

    /** What no line begins with: closing brackets and marks, and small signs of Japanese. */
    private static final String NOT_FIRST = ",.;:!?)]}%'\"’”»…、。，．・：；？！ー々〻ゝゞヽヾ）］｝〉》」』】〕〗〙〛％°′″℃"
            + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    /** What no line ends with: opening brackets and marks. */
    private static final String NOT_LAST = "([{‘“«（［｛〈《「『【〔〖〘〚";

    /** A part of the line. */
    record Range(int start, int end) {}

    static Words of(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            ends.add(end);
        }
        return new Words(text, ends);
    }

    /** Breaks the line. Blanks at the ends of lines are left out. */
    List<Range> lines(int room) {
        List<Range> lines = new ArrayList<>();
        int start = 0;
        int columns = 0;
        int mayBreak = 0;
        int from = 0;
        for (int end : ends) {
            int width = Columns.of(text.substring(from, end));
            boolean blank = text.substring(from, end).isBlank();
            if (from > start && isBreakable(from)) {
                mayBreak = from;
            }
            while (!blank && columns + width > room && from > start) {
                int cut = mayBreak > start ? mayBreak : from;
                add(start, cut, lines);
                start = cut;
                columns = Columns.of(text.substring(start, from));
            }
            columns += width;
            if (text.substring(start, end).isBlank()) {
                start = end;
                columns = 0;
            }
            from = end;
        }
        add(start, text.length(), lines);
        return lines;
    }

    private void add(int start, int end, List<Range> lines) {
        int trimmed = end;
        while (trimmed > start && isBlank(trimmed - 1)) {
            trimmed--;
        }
        if (trimmed > start) {
            lines.add(new Range(start, trimmed));
        }
    }

    /** Whether a line may end before an offset: behind a blank, or beside a wide sign. */
    private boolean isBreakable(int offset) {
        if (isBlank(offset)) {
            return false;
        }
        int before = text.codePointBefore(offset);
        int after = text.codePointAt(offset);
        boolean wide = Columns.isBreakable(before) || Columns.isBreakable(after);
        return isBlank(offset - 1) || (wide && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0);
    }

    /** Whether there is a blank that may be left out. */
    private boolean isBlank(int offset) {
        return Character.isWhitespace(text.charAt(offset));
    }
}
