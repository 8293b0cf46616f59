package dev.qorpus.indexer.corpus.source;

import java.util.Arrays;

/**
 * A text that was converted from a file of another format, with the line of the file that each of its lines comes from.
 * Lines count from 1. It is written line by line.
 */
public final class MappedText {

    private final StringBuilder text = new StringBuilder();
    private int[] sources = new int[64];
    private int lines;

    /**
     * Adds text.
     *
     * @param added one or more lines
     * @param source the line of the file that the first line comes from; it counts for all of them
     */
    public void add(String added, int source) {
        for (int at = 0; at <= added.length();) {
            int next = added.indexOf('\n', at);
            int end = next < 0 ? added.length() : next;
            addLine(added.substring(at, end), source);
            at = end + 1;
        }
    }

    /** Adds text of which each line comes from a line of its own, the first from {@code source}. */
    public void addLines(String added, int source) {
        int line = source;
        for (int at = 0; at <= added.length(); line++) {
            int next = added.indexOf('\n', at);
            int end = next < 0 ? added.length() : next;
            addLine(added.substring(at, end), line);
            at = end + 1;
        }
    }

    private void addLine(String line, int source) {
        if (lines == sources.length) {
            sources = Arrays.copyOf(sources, lines * 2);
        }
        sources[lines++] = source;
        text.append(line).append('\n');
    }

    /** Whether the last line is blank, or there is none. */
    public boolean endsBlank() {
        int end = text.length() - 1;
        int start = end <= 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
        return end <= 0 || text.substring(start, end).isBlank();
    }

    /** The whole text; each line ends with a line feed. */
    public String text() {
        return text.toString();
    }

    /** The line of the file that a line of the text comes from. */
    public int source(int line) {
        return lines == 0 ? 1 : sources[Math.clamp(line, 1, lines) - 1];
    }
}
