package dev.qorpus.indexer.corpus.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.corpus.source.MappedText;

/**
 * Makes Markdown of MDX: imports, exports and tags of components are markup, and the text within them stays. The title of
 * a component that folds its content, such as {@code <Accordion title="Why?">}, is a heading.
 */
final class MdxConverter {

    private static final Pattern MODULE = Pattern.compile("(?:import|export)\\b.*");
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern TAG = Pattern
            .compile("</?(?:[A-Z][\\w.]{0,80})?(?:\\s(?:[^<>\"'{}]|\"[^\"]{0,2000}\"|'[^']{0,2000}'"
                    + "|\\{[^{}]{0,2000}(?:\\{[^{}]{0,2000}\\}[^{}]{0,2000})?\\}){0,500})?/?>");
    private static final Pattern FOLDED = Pattern.compile(
            "(?:title|label|question|summary|header)=(?:\"([^\"]{1,500})\"|'([^']{1,500})'|\\{[\"'`]([^\"'`]{1,500})[\"'`]\\})");
    private static final Pattern ASKS = Pattern.compile("[?？؟]\\W{0,3}\\z");
    private static final Pattern COMMENT = Pattern.compile("\\{/\\*(?:(?!\\*/\\}).){0,5000}\\*/\\}");

    private final MappedText out;
    private int depth;
    /** The columns by which a block of code within a component is indented. */
    private int columns;
    private int heading = 1;

    MdxConverter(MappedText out) {
        this.out = out;
    }

    void convert(List<String> lines) {
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher mark = FENCE.matcher(line);
            if (mark.matches() && (fence.isEmpty() || mark.group(1).startsWith(fence))) {
                columns = fence.isEmpty() && depth > 0 ? Indent.of(line) : columns;
                fence = fence.isEmpty() ? mark.group(1) : "";
                out.add(Indent.without(line, columns), i + 1);
                columns = fence.isEmpty() ? 0 : columns;
            } else if (!fence.isEmpty()) {
                out.add(Indent.without(line, columns), i + 1);
            } else if (MODULE.matcher(line).matches()) {
                i = module(lines, i);
            } else {
                i = text(lines, i);
            }
        }
    }

    /** A statement goes on to the next blank line. */
    private int module(List<String> lines, int start) {
        int end = start;
        while (end + 1 < lines.size() && !lines.get(end + 1).isBlank() && !lines.get(end).stripTrailing().endsWith(";")
                && !MODULE.matcher(lines.get(end + 1)).matches()) {
            end++;
        }
        out.add("", start + 1);
        return end;
    }

    private int text(List<String> lines, int start) {
        String line = lines.get(start);
        int end = start;
        // A tag may go over several lines.
        while (opensTag(line) && end + 1 < lines.size() && end - start < 40) {
            line = line + " " + lines.get(++end).strip();
        }
        if (line.startsWith("#")) {
            heading = Math.min(6, line.length() - line.replaceFirst("\\A#+", "").length());
        }
        String bare = line.indexOf('{') < 0 ? line : COMMENT.matcher(line).replaceAll("");
        Matcher tag = TAG.matcher(bare);
        if (bare.indexOf('<') < 0 || !tag.find()) {
            out.add(depth > 0 && !bare.isBlank() ? Indent.without(bare, 2 * depth) : bare, start + 1);
            return end;
        }
        StringBuilder rest = new StringBuilder();
        do {
            boolean closes = tag.group().startsWith("</");
            depth = Math.max(0, depth + (tag.group().endsWith("/>") ? 0 : closes ? -1 : 1));
            folded(tag.group(), start + 1);
            tag.appendReplacement(rest, "");
        } while (tag.find());
        tag.appendTail(rest);
        out.add(rest.toString().strip(), start + 1);
        return end;
    }

    /** Whether a line has a tag of a component that it does not close. */
    private static boolean opensTag(String line) {
        int open = line.lastIndexOf('<');
        return open >= 0 && line.length() < 20_000 && line.substring(open).matches("<[A-Z][\\w.]*(?:\\s.*)?")
                && !TAG.matcher(line.substring(open)).find();
    }

    private void folded(String tag, int line) {
        Matcher title = FOLDED.matcher(tag);
        if (title.find()) {
            String text = title.group(1) != null
                    ? title.group(1)
                    : title.group(2) != null ? title.group(2) : title.group(3);
            out.add("", line);
            out.add(ASKS.matcher(text).find() ? "#".repeat(Math.min(6, heading + 1)) + " " + text : "**" + text + "**",
                    line);
            out.add("", line);
        }
    }
}
