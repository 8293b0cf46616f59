package dev.qorpus.indexer.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that do not fit into memory. */
final class LargeFiles {

    private static final String WORDS = "The mixture of sand, silt and clay holds water and lets go of it again. ";
    private static final int FAR = 5_000;

    private LargeFiles() {}

    /**
     * A dump in which every question has two answers or more: one right behind it, which is accepted, and one far
     * behind or before it, which has the higher score.
     *
     * @return how many questions it holds
     */
    static int posts(Path file, long bytes) throws IOException {
        int questions = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n");
            for (long written = 0; written < bytes; questions++) {
                int id = 3 * questions + 1;
                int other = questions % 10 == 0 ? id + 3 * FAR : Math.max(1, id - 3 * FAR);
                String rows = "  <row Id=\"" + id + "\" PostTypeId=\"1\" AcceptedAnswerId=\"" + (id + 1)
                        + "\" Score=\"3\" Body=\"&lt;p&gt;" + WORDS.repeat(8) + "&lt;/p&gt;\" Title=\"What of number "
                        + id + "?\" Tags=\"|soil|number-" + questions % 50 + "|\" AnswerCount=\"2\" />\n"
                        + answer(id + 1, id, 1) + answer(id + 2, other, 7);
                out.write(rows);
                written += rows.length();
            }
            out.write("</posts>\n");
        }
        return questions;
    }

    private static String answer(int id, int question, int score) {
        return "  <row Id=\"" + id + "\" PostTypeId=\"2\" ParentId=\"" + question + "\" Score=\"" + score
                + "\" Body=\"&lt;p&gt;This is number " + id + " and &lt;em&gt;the&lt;/em&gt; answer. "
                + WORDS.repeat(12)
                + "&lt;/p&gt;&#xA;&#xA;&lt;pre&gt;&lt;code&gt;lime --rate 2&#xA;&#xA;lime --rate 3&#xA;&lt;/code&gt;"
                + "&lt;/pre&gt;&#xA;\" />\n";
    }

    /**
     * A file of many lines, one of which is two fifths of it.
     *
     * @return how many lines are short
     */
    static int lines(Path file, long bytes) throws IOException {
        int lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"_id\": \"long\", \"title\": \"Long?\", \"text\": \"");
            long written = 0;
            for (; written < bytes * 2 / 5; written += WORDS.length()) {
                out.write(WORDS);
            }
            out.write("\"}\n");
            for (; written < bytes; lines++) {
                String line = "{\"_id\": \"" + lines + "\", \"title\": \"What of number " + lines + "?\", \"text\": \""
                        + WORDS.repeat(25) + "\", \"metadata\": {\"number\": " + lines % 50 + "}}\n";
                out.write(line);
                written += line.length();
            }
        }
        return lines;
    }
}
