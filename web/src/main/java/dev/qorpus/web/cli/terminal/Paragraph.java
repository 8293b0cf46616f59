package dev.qorpus.web.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Breaks text into lines that fit. Continued lines hang below the text of the first: behind its indent and its bullet.
 *
 * @param width columns of a line, with what stands before the text
 * @param first stands before the first line
 * @param rest stands before all others
 */
public record Paragraph(int width, StyledText first, StyledText rest) {

    /** What is hung below: blanks, and the bullet or number of a list. */
    private static final Pattern HANGING = Pattern.compile(" *(?:(?:[-*+•–]|\\d{1,3}[.)]) +)?");

    /** A paragraph with an indent. */
    public static Paragraph indented(int width, int indent) {
        StyledText blanks = StyledText.of(" ".repeat(indent));
        return new Paragraph(width, blanks, blanks);
    }

    /** A paragraph whose first line stands out to the left. */
    public static Paragraph hanging(int width, int indent) {
        return new Paragraph(width, StyledText.EMPTY, StyledText.of(" ".repeat(indent)));
    }

    /** A paragraph behind a heading; its other lines are indented by as many columns. */
    public static Paragraph behind(StyledText heading, int width) {
        return new Paragraph(width, heading, StyledText.of(" ".repeat(heading.columns())));
    }

    /** The lines of a text, which may have line breaks itself. */
    public List<StyledText> lines(StyledText text) {
        List<StyledText> lines = new ArrayList<>();
        int start = 0;
        for (String line : text.text().split("\n", -1)) {
            for (StyledText part : broken(text.part(start, start + line.length()), room())) {
                lines.add((lines.isEmpty() ? first : rest).plus(part));
            }
            start += line.length() + 1;
        }
        return lines;
    }

    /** Lines of several parts with two blanks between them. A part is broken only if it is longer than a line. */
    public List<StyledText> items(List<StyledText> parts) {
        List<StyledText> lines = new ArrayList<>();
        StyledText line = StyledText.EMPTY;
        for (StyledText part : parts) {
            StyledText longer = line.text().isEmpty() ? part : line.plus("  ").plus(part);
            if (longer.columns() <= room()) {
                line = longer;
            } else {
                if (!line.text().isEmpty()) {
                    lines.add(line);
                }
                List<StyledText> broken = broken(part, room());
                lines.addAll(broken.subList(0, broken.size() - 1));
                line = broken.getLast();
            }
        }
        lines.add(line);
        return IntStream.range(0, lines.size()).mapToObj(i -> (i == 0 ? first : rest).plus(lines.get(i))).toList();
    }

    private int room() {
        return Math.max(2, width - Math.max(first.columns(), rest.columns()));
    }

    private static List<StyledText> broken(StyledText line, int room) {
        if (line.columns() <= room) {
            return List.of(line);
        }
        Matcher matcher = HANGING.matcher(line.text());
        int end = matcher.lookingAt() ? matcher.end() : 0;
        // A deep indent would leave no room.
        StyledText head = line.part(Math.max(0, end - room / 2), end);
        StyledText hang = StyledText.of(" ".repeat(head.columns()));
        List<StyledText> lines = new ArrayList<>();
        StyledText body = line.part(end, line.text().length());
        for (Words.Range range : Words.of(body.text()).lines(room - head.columns())) {
            lines.add((lines.isEmpty() ? head : hang).plus(body.part(range.start(), range.end())));
        }
        return lines.isEmpty() ? List.of(StyledText.EMPTY) : lines;
    }
}
