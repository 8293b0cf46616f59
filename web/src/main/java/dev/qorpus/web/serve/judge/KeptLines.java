package dev.qorpus.web.serve.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines of a file with their ends. Lines that are not changed stay as they are, to the byte. */
final class KeptLines {

    private final List<String> contents = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    KeptLines(String text) {
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            int next = end == text.length() ? end : text.startsWith("\r\n", end) ? end + 2 : end + 1;
            contents.add(text.substring(begin, end));
            ends.add(text.substring(end, next));
            begin = next;
        }
    }

    /** The lines without their ends. */
    List<String> contents() {
        return Collections.unmodifiableList(contents);
    }

    /** Adds a line at the end, which ends like the first one. */
    void add(String content) {
        String end = ends.isEmpty() || ends.getFirst().isEmpty() ? "\n" : ends.getFirst();
        if (!ends.isEmpty() && ends.getLast().isEmpty()) {
            ends.set(ends.size() - 1, end);
        }
        contents.add(content);
        ends.add(end);
    }

    /** Replaces a line, and keeps its end. */
    void set(int at, String content) {
        contents.set(at, content);
    }

    void remove(int at) {
        contents.remove(at);
        ends.remove(at);
    }

    /** The whole file. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            text.append(contents.get(i)).append(ends.get(i));
        }
        return text.toString();
    }
}
