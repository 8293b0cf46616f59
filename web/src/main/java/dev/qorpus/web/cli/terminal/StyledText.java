package dev.qorpus.web.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Text with styles and links. Control characters but line breaks are replaced, so that no text of a corpus can steer a
 * terminal.
 *
 * @param text what is shown
 * @param marks how its parts look, in any order
 */
public record StyledText(String text, List<Mark> marks) {

    /** Overrides of the direction, which would reverse what stands behind them. */
    private static final char LEFT_TO_RIGHT = '\u202D';
    private static final char RIGHT_TO_LEFT = '\u202E';

    /** No text. */
    public static final StyledText EMPTY = of("");

    /**
     * A part of a text, with a style or a link.
     *
     * @param start offset of its first character, in UTF-16 code units
     * @param end offset behind its last character
     * @param style how it looks, if it is no link
     * @param link where it leads, in ASCII; empty if it leads nowhere
     */
    record Mark(int start, int end, @Nullable Style style, String link) {

        private Mark moved(int by) {
            return new Mark(start + by, end + by, style, link);
        }

        private boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /** Replaces control characters by others, one by one, so that offsets stay. */
    public StyledText {
        text = clean(text);
        marks = List.copyOf(marks);
    }

    /** Text that looks as usual. */
    public static StyledText of(String text) {
        return new StyledText(text, List.of());
    }

    /** Text in a style. */
    public static StyledText of(String text, Style style) {
        return of(text).with(style, 0, text.length());
    }

    /** The same with a style from one offset to another. */
    public StyledText with(Style style, int start, int end) {
        return with(new Mark(start, end, style, ""));
    }

    /** The same as a link; unchanged if the address is empty. */
    public StyledText linked(String address) {
        return address.isEmpty() ? this : with(new Mark(0, text.length(), null, clean(address)));
    }

    private StyledText with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new StyledText(text, more);
    }

    public StyledText plus(String more) {
        return plus(of(more));
    }

    public StyledText plus(String more, Style style) {
        return plus(of(more, style));
    }

    public StyledText plus(StyledText more) {
        List<Mark> both = new ArrayList<>(marks);
        more.marks.forEach(mark -> both.add(mark.moved(text.length())));
        return new StyledText(text + more.text, both);
    }

    /** The part from one offset to another. */
    public StyledText part(int from, int to) {
        return new StyledText(text.substring(from, to), marks.stream()
                .map(mark -> new Mark(Math.max(mark.start, from), Math.min(mark.end, to), mark.style, mark.link))
                .filter(mark -> mark.start < mark.end).map(mark -> mark.moved(-from)).toList());
    }

    /** The same without blanks at its end. */
    public StyledText trimmed() {
        return part(0, text.stripTrailing().length());
    }

    /** The columns it takes. */
    public int columns() {
        return Columns.of(text);
    }

    /** The same with blanks behind it, at least so many columns wide. */
    public StyledText padded(int columns) {
        return plus(" ".repeat(Math.max(0, columns - columns())));
    }

    /** The same with blanks before it, at least so many columns wide. */
    public StyledText paddedBefore(int columns) {
        return of(" ".repeat(Math.max(0, columns - columns()))).plus(this);
    }

    /** The characters that a terminal is sent. */
    public String render(Terminal terminal) {
        if (!terminal.styled() || marks.isEmpty()) {
            return text;
        }
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        marks.forEach(mark -> borders.addAll(List.of(mark.start, mark.end)));
        StringBuilder rendered = new StringBuilder();
        int from = 0;
        for (int to : borders.tailSet(0, false)) {
            rendered.append(sequence(from, to, terminal));
            from = to;
        }
        return rendered.toString();
    }

    /** A part that looks the same throughout. */
    private String sequence(int from, int to, Terminal terminal) {
        String shown = text.substring(from, to);
        String codes = marks.stream().filter(mark -> mark.covers(from, to))
                .flatMap(mark -> Stream.ofNullable(mark.style())).flatMap(style -> Stream.of(style.code().split(";")))
                .distinct()
                .collect(Collectors.joining(";"));
        String styled = codes.isEmpty() ? shown : "\u001B[" + codes + "m" + shown + "\u001B[0m";
        String link = marks.stream().filter(mark -> mark.covers(from, to)).map(Mark::link)
                .filter(each -> !each.isEmpty()).findFirst().orElse("");
        return link.isEmpty() || !terminal.links()
                ? styled
                : "\u001B]8;;" + link + "\u001B\\" + styled + "\u001B]8;;\u001B\\";
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char each = clean.charAt(i);
            if (each == '\t' || each == '\r' || each == '\u2028' || each == '\u2029') {
                clean.setCharAt(i, ' ');
            } else if ((Character.isISOControl(each) && each != '\n') || each == LEFT_TO_RIGHT
                    || each == RIGHT_TO_LEFT) {
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean.toString();
    }
}
