package dev.qorpus.indexer.corpus.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.Markdown;

/**
 * Renders HTML as plain text, for the terminal and for models. Lists keep their markers, quotes keep {@code >}, code keeps
 * its line breaks, and table cells are separated by bars. An object renders one text, and knows which text node each part
 * of it comes from.
 */
public final class PlainText {

    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
            "dt", "dd", "blockquote", "pre", "table", "caption", "details", "summary");
    private static final Set<String> LISTS = Set.of("ul", "ol");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** The characters that may be Markdown inside a line. */
    private static final String SYNTAX = "\\`*_[]<&|$~";
    private static final int LETTERS_BEHIND = 0x80;

    private final StringBuilder out = new StringBuilder();
    private final List<TextSegment> segments = new ArrayList<>();
    private String indent = "";
    /** The number of line breaks due before the next word. */
    private int breaks;
    /** The marker of the next line only. */
    private String marker = "";

    private PlainText() {}

    /** Renders Markdown as plain text. */
    public static String ofMarkdown(String markdown) {
        String line = markdown.strip();
        if (isWithoutSyntax(line)) {
            return collapsed(line);
        }
        // Only HTML of the author has to be cleaned. What the renderer writes is safe.
        Element body = markdown.indexOf('<') < 0
                ? Jsoup.parseBodyFragment(Markdown.unsafeHtml(Markdown.parse(markdown))).body()
                : SafeHtml.document(markdown).body();
        return of(body).text();
    }

    /** Whether a text is a single line that has no Markdown, as many answers in flashcards and FAQs. */
    private static boolean isWithoutSyntax(String line) {
        if (line.isEmpty() || !Character.isLetter(line.charAt(0))) {
            return line.isEmpty();
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' || (c < LETTERS_BEHIND && SYNTAX.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** Renders an element. An image is rendered as its description. */
    static PlainText of(Element element) {
        PlainText text = new PlainText();
        text.children(element, false);
        text.strip();
        return text;
    }

    /** The text. */
    String text() {
        return out.toString();
    }

    /** What each text node was rendered as, in order. A node outside of {@code pre} has at most one segment. */
    List<TextSegment> segments() {
        return segments;
    }

    private void strip() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        cutAt(end);
        int start = 0;
        while (start < end && Character.isWhitespace(out.charAt(start))) {
            start++;
        }
        if (start > 0) {
            out.delete(0, start);
            int moved = start;
            segments.replaceAll(segment -> segment.movedBack(moved));
        }
    }

    private void children(Element parent, boolean verbatim) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                words(verbatim ? text.getWholeText() : collapsed(text.getWholeText()), verbatim, text);
            } else if (child instanceof Element element) {
                element(element, verbatim);
            }
        }
    }

    private void element(Element element, boolean verbatim) {
        switch (element.normalName()) {
            case "br" -> newLine(1);
            case "img" -> words(collapsed(element.attr("alt")), verbatim, null);
            case "hr" -> newLine(2);
            case "li" -> indented(element, marker(element), "  ");
            case "blockquote" -> indented(element, "> ", "> ");
            case "tr" -> {
                newLine(1);
                children(element, verbatim);
            }
            case "th", "td" -> {
                if (element.previousElementSibling() != null) {
                    words(" | ", true, null);
                }
                children(element, verbatim);
            }
            case "pre" -> block(element, true);
            default -> {
                if (BLOCKS.contains(element.normalName())) {
                    block(element, verbatim);
                } else {
                    children(element, verbatim);
                }
            }
        }
    }

    private void block(Element element, boolean verbatim) {
        Element parent = element.parent();
        boolean inList = parent != null && parent.normalName().equals("li");
        int around = inList ? 1 : 2;
        newLine(around);
        children(element, verbatim);
        newLine(LISTS.contains(element.normalName()) && inList ? 1 : around);
    }

    private void indented(Element element, String firstMarker, String furtherIndent) {
        String outer = indent;
        newLine(element.normalName().equals("li") ? 1 : 2);
        marker = marker + firstMarker;
        indent = outer + furtherIndent;
        children(element, false);
        indent = outer;
        marker = "";
        newLine(element.normalName().equals("li") ? 1 : 2);
    }

    private static String marker(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "- ";
        }
        int first = list.attr("start").matches("\\d{1,9}") ? Integer.parseInt(list.attr("start")) : 1;
        return first + item.elementSiblingIndex() + ". ";
    }

    private void newLine(int count) {
        if (!out.isEmpty()) {
            breaks = Math.max(breaks, count);
        }
    }

    private static String collapsed(String words) {
        char last = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if ((c < ' ' && c >= '\t') || (c == ' ' && last == ' ')) {
                return BLANKS.matcher(words).replaceAll(" ");
            }
            last = c;
        }
        return words;
    }

    private void words(String words, boolean verbatim, @Nullable TextNode node) {
        String[] lines = verbatim ? words.split("\n", -1) : new String[]{words};
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                breaks++;
            }
            boolean lineStart = out.isEmpty() || breaks > 0;
            String line = lineStart && !verbatim ? lines[i].stripLeading() : lines[i];
            if (!line.isEmpty()) {
                startLine(lineStart);
                boolean blankTwice = line.startsWith(" ") && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
                int start = out.length();
                out.append(blankTwice && !verbatim ? line.substring(1) : line);
                if (node != null) {
                    segments.add(new TextSegment(node, start, out.length()));
                }
            }
        }
    }

    private void startLine(boolean lineStart) {
        if (!lineStart) {
            return;
        }
        String prefix = marker.isEmpty() ? indent : indent.substring(0, Math.max(0, indent.length() - 2)) + marker;
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        cutAt(end);
        out.repeat("\n", breaks);
        out.append(prefix);
        breaks = 0;
        marker = "";
    }

    private void cutAt(int end) {
        out.setLength(end);
        for (int i = segments.size() - 1; i >= 0 && segments.get(i).end() > end; i--) {
            segments.set(i, segments.get(i).cutAt(end));
        }
    }
}
