package dev.qorpus.web.serve.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a file with their ends. Lines that are not changed stay as they are, to the byte. */
final class KeptLines {

    private static final Pattern ENDS = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    private static final Pattern END = Pattern.compile("(\r\n|\r|\n)$");

    private final List<String> lines;

    KeptLines(String text) {
        this.lines = text.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(ENDS.split(text, -1)));
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
    }

    /** The lines without their ends. */
    List<String> contents() {
        return lines.stream().map(line -> END.matcher(line).replaceFirst("")).toList();
    }

    int size() {
        return lines.size();
    }

    /** Adds a line at the end, which ends like the first one. */
    void add(String content) {
        String end = lines.isEmpty() ? "\n" : end(lines.getFirst());
        if (!lines.isEmpty() && !END.matcher(lines.getLast()).find()) {
            lines.set(lines.size() - 1, lines.getLast() + end);
        }
        lines.add(content + end);
    }

    /** Replaces a line, and keeps its end. */
    void set(int at, String content) {
        String line = lines.get(at);
        lines.set(at, content + line.substring(END.matcher(line).replaceFirst("").length()));
    }

    void remove(int at) {
        lines.remove(at);
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : "\n";
    }

    /** The whole file. */
    String text() {
        return String.join("", lines);
    }
}
