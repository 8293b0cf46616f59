package dev.qorpus.indexer.corpus.html;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.markdown.MathParser;

/**
 * Fills one block with running text from HTML: white space is collapsed, marked words become nodes. Holds the state
 * of that one block.
 */
final class Inlines {

    /** Elements that Markdown writes as HTML, by the name that is written. */
    private static final Map<String, String> KEPT = Map.of("kbd", "kbd", "sub", "sub", "sup", "sup", "del", "del", "s",
            "del", "strike", "del", "strong", "strong", "b", "strong", "em", "em", "i", "em");
    private static final Set<String> STRONG = Set.of("strong", "b");
    private static final Set<String> EMPHASIS = Set.of("em", "i");

    /** A formula between dollars, by the rules of {@link MathParser}: it is kept as it is. */
    private static final Pattern MATH = Pattern
            .compile("(\\${1,2})(?![\\s$])[^$]{1,2000}(?<![\\s\\\\])\\1(?![\\d$])");

    private final Node block;
    private final StringBuilder text = new StringBuilder();
    /** A blank is owed before the next word. */
    private boolean blank;
    /** The last character written, or a line feed at the start of a line. */
    private char last = '\n';

    Inlines(Node block) {
        this.block = block;
    }

    void text(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                blank = true;
            } else {
                payBlank();
                text.append(c);
                last = c;
            }
        }
    }

    void element(Element element) {
        String name = element.normalName();
        switch (name) {
            case "br" -> lineBreak();
            case "code" -> code(element.wholeText().replaceAll("\\s+", " ").strip());
            case "a" -> link(element);
            case "img" -> {
                Image image = new Image(element.attr("src").strip(), null);
                image.appendChild(new Text(element.attr("alt").replaceAll("\\s+", " ").strip()));
                add(image, ')');
            }
            case "script", "style", "template", "iframe", "object", "svg" -> {
                // Nothing that is read.
            }
            default -> {
                if (KEPT.containsKey(name) && element.hasText() && element.selectFirst("br") == null) {
                    marked(element, name);
                } else {
                    children(element);
                }
            }
        }
    }

    private void children(Element element) {
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                text(words.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
    }

    private void lineBreak() {
        if (last != '\n') {
            flush();
            block.appendChild(new HardLineBreak());
            last = '\n';
        }
        blank = false;
    }

    private void code(String literal) {
        if (!literal.isEmpty()) {
            add(new Code(literal), '`');
        }
    }

    private void link(Element element) {
        String address = element.attr("href").strip();
        if (address.isEmpty() || !element.hasText()) {
            children(element);
            return;
        }
        Link link = new Link(address, null);
        Inlines inner = new Inlines(link);
        inner.children(element);
        inner.end();
        add(link, ')');
    }

    /** Stars where they are sure to be read as marks, else the element itself. */
    private void marked(Element element, String name) {
        String words = element.wholeText();
        blank |= Character.isWhitespace(words.charAt(0));
        boolean blankBehind = Character.isWhitespace(words.charAt(words.length() - 1));
        boolean stars = (STRONG.contains(name) || EMPHASIS.contains(name)) && element.childrenSize() == 0
                && isWord(words.strip()) && !Character.isLetterOrDigit(blank ? ' ' : last) && last != '*'
                && (blankBehind || isEnd(element.nextSibling()));
        if (stars) {
            Node mark = STRONG.contains(name) ? new StrongEmphasis() : new Emphasis();
            Inlines inner = new Inlines(mark);
            inner.text(words);
            inner.end();
            add(mark, '*');
        } else {
            String written = KEPT.getOrDefault(name, name);
            add(html("<" + written + ">"), '>');
            children(element);
            boolean owed = blank;
            blank = false;
            add(html("</" + written + ">"), '>');
            blank = owed;
        }
        blank |= blankBehind;
    }

    private static boolean isWord(String words) {
        return !words.isEmpty() && Character.isLetterOrDigit(words.charAt(0))
                && Character.isLetterOrDigit(words.charAt(words.length() - 1));
    }

    private static boolean isEnd(org.jsoup.nodes.@Nullable Node next) {
        return next == null || (next instanceof TextNode words
                && (words.getWholeText().isEmpty() || !Character.isLetterOrDigit(words.getWholeText().charAt(0))));
    }

    private void add(Node node, char lastOfIt) {
        payBlank();
        flush();
        block.appendChild(node);
        last = lastOfIt;
    }

    private void payBlank() {
        if (blank && last != '\n') {
            text.append(' ');
            last = ' ';
        }
        blank = false;
    }

    private void flush() {
        String words = text.toString();
        text.setLength(0);
        boolean lineStart = block.getLastChild() == null || block.getLastChild() instanceof HardLineBreak;
        // The renderer does not escape this mark of a list.
        if (lineStart && words.startsWith("+")) {
            block.appendChild(html("&#43;"));
            words = words.substring(1);
        }
        int at = 0;
        for (Matcher math = MATH.matcher(words); math.find(); at = math.end()) {
            append(words.substring(at, math.start()));
            block.appendChild(html(math.group()));
        }
        append(words.substring(at));
    }

    /** Something that is written as it is. */
    private static HtmlInline html(String source) {
        HtmlInline html = new HtmlInline();
        html.setLiteral(source);
        return html;
    }

    private void append(String words) {
        if (!words.isEmpty()) {
            block.appendChild(new Text(words));
        }
    }

    /** Completes the block; blanks and breaks at its end are none. */
    void end() {
        flush();
        while (block.getLastChild() instanceof HardLineBreak end) {
            end.unlink();
        }
    }

    /** Completes the block and puts it at its place, unless it is empty. */
    void endIn(Node target) {
        end();
        if (block.getFirstChild() != null) {
            target.appendChild(block);
        }
    }
}
