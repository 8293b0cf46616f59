package dev.qorpus.indexer.corpus.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.qorpus.indexer.corpus.source.MappedText;

/** Converts AsciiDoc to Markdown. */
final class AsciiDocConverter {

    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s+(\\S.*?)(?:\\s+=+)?\\s*");
    private static final Pattern SOURCE = Pattern
            .compile("\\[source(?:%\\w+)?(?:,\\s*([\\w+#.-]+))?.*\\]\\s*|\\[,\\s*([\\w+#.-]+).*\\]\\s*");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[[^\\]]*\\]\\s*");
    private static final Pattern SETTING = Pattern.compile(":!?[\\w-]+!?:(?:\\s.*)?");
    private static final Pattern MACRO = Pattern.compile("(?:toc|include|ifdef|ifndef|ifeval|endif|video|audio)::.*");
    private static final Pattern IMAGE = Pattern.compile("image::?[^\\[\\s]+\\[([^,\\]\"]*)[^\\]]*\\]");
    private static final Pattern TITLE = Pattern.compile("\\.(?![\\s.])(.+)");
    private static final Pattern BULLET = Pattern.compile("\\s*(\\*{1,5}|-)\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\.{1,5})\\s+(\\S.*)");
    private static final Pattern TERM = Pattern.compile("\\s*(\\S.*?)(?<!:)(:{2,4}|;;)(?:\\s+(\\S.*))?");
    private static final Pattern FENCE = Pattern.compile("-{4,}\\s*|\\.{4,}\\s*|```\\w*\\s*");
    private static final Pattern COMMENT = Pattern.compile("/{4,}\\s*");
    private static final Pattern DELIMITER = Pattern
            .compile("={4,}\\s*|\\*{4,}\\s*|_{4,}\\s*|\\+{4,}\\s*|--\\s*|~{4,}\\s*");
    private static final String CELL = "(?<!\\\\)(?:\\d+[*+])?(?:[<^>.]*[aehlmsv]?)?\\|";
    private static final Pattern TABLE = Pattern.compile("[|,:!]={3,}\\s*");

    private final List<String> lines;
    private final MappedText out;
    private String language = "";
    private boolean inTable;
    /** The level of the last heading that does not ask. */
    private int level = 1;

    AsciiDocConverter(List<String> lines, MappedText out) {
        this.lines = lines;
        this.out = out;
    }

    void convert() {
        for (int i = 0; i < lines.size();) {
            String line = lines.get(i);
            if (COMMENT.matcher(line).matches()) {
                i = close(i);
                out.add("", i);
            } else if (FENCE.matcher(line).matches() && !inTable) {
                i = fenced(i);
            } else {
                line(line, i++);
            }
        }
    }

    /** The line behind the block that a line opens; the end, if it is not closed. */
    private int close(int open) {
        String delimiter = lines.get(open).strip().replaceFirst("\\A(```)\\w+", "$1");
        for (int i = open + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(delimiter)) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private int fenced(int open) {
        int end = close(open);
        boolean closed = end > open + 1 && FENCE.matcher(lines.get(end - 1)).matches();
        out.add("", open + 1);
        out.add("````" + language, open + 1);
        for (int i = open + 1; i < (closed ? end - 1 : end); i++) {
            out.add(lines.get(i).replaceFirst("\\s*<\\d{1,2}>\\s*\\z", ""), i + 1);
        }
        out.add("````", end);
        out.add("", end);
        language = "";
        return end;
    }

    private void line(String line, int i) {
        if (TABLE.matcher(line).matches()) {
            inTable = !inTable;
            out.add("", i + 1);
        } else if (inTable) {
            cells(line, i);
        } else if (line.startsWith("//") || SETTING.matcher(line).matches() || MACRO.matcher(line).matches()
                || DELIMITER.matcher(line).matches() || line.strip().equals("+")) {
            out.add("", i + 1);
        } else if (ATTRIBUTES.matcher(line).matches()) {
            Matcher source = SOURCE.matcher(line);
            if (source.matches()) {
                language = source.group(1) != null ? source.group(1) : source.group(2) == null ? "" : source.group(2);
            }
            out.add("", i + 1);
        } else {
            text(line, i);
        }
    }

    private void cells(String line, int i) {
        String row = Pattern.compile(CELL).splitAsStream(line).filter(cell -> !cell.isBlank()).map(String::strip)
                .map(AsciiDocInlines::convert).collect(Collectors.joining(" | "));
        if (!row.isEmpty()) {
            paragraph(row, i);
        }
    }

    private void text(String line, int i) {
        Matcher heading = HEADING.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        Matcher number = NUMBER.matcher(line);
        Matcher title = TITLE.matcher(line);
        Matcher term = TERM.matcher(line);
        if (heading.matches()) {
            out.add("", i + 1);
            level = heading.group(2).endsWith("?") ? level : heading.group(1).length();
            out.add("#".repeat(heading.group(1).length()) + " " + AsciiDocInlines.convert(heading.group(2)), i + 1);
            out.add("", i + 1);
        } else if (bullet.matches()) {
            int depth = bullet.group(1).equals("-") ? 0 : bullet.group(1).length() - 1;
            out.add("  ".repeat(depth) + "- " + AsciiDocInlines.convert(bullet.group(2)), i + 1);
        } else if (number.matches()) {
            out.add("   ".repeat(number.group(1).length() - 1) + "1. " + AsciiDocInlines.convert(number.group(2)),
                    i + 1);
        } else if (title.matches()) {
            paragraph("**" + AsciiDocInlines.convert(title.group(1).strip()) + "**", i);
        } else if (term.matches() && !term.group(1).contains("://")) {
            String words = AsciiDocInlines.convert(term.group(1));
            paragraph(words.endsWith("?") ? "#".repeat(Math.min(6, level + 1)) + " " + words : "**" + words + "**", i);
            if (term.group(3) != null) {
                out.add(AsciiDocInlines.convert(term.group(3)), i + 1);
            }
        } else {
            String shown = IMAGE.matcher(line).replaceAll("$1");
            // Lines that are indented are verbatim, and within lists and definitions they go on.
            out.add(AsciiDocInlines.convert(Indent.of(shown) > 0 ? shown.strip() : shown), i + 1);
        }
    }

    private void paragraph(String text, int i) {
        out.add("", i + 1);
        out.add(text, i + 1);
        out.add("", i + 1);
    }
}
