package dev.qorpus.indexer.corpus.html;

import java.util.Map;
import java.util.Set;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Converts inline elements of HTML to Markdown.
 *
 * @param out receives the Markdown
 */
record HtmlInlines(InlineWriter out) {

    /** Elements that stay HTML in Markdown, with the name that is written. */
    private static final Map<String, String> KEPT = Map.of("kbd", "kbd", "sub", "sub", "sup", "sup", "del", "del", "s",
            "del", "strike", "del", "strong", "strong", "b", "strong", "em", "em", "i", "em");
    private static final Set<String> STRONG = Set.of("strong", "b");
    private static final Set<String> EMPHASIS = Set.of("em", "i");

    void element(Element element) {
        String name = element.normalName();
        switch (name) {
            case "br" -> out.lineBreak();
            case "code" -> code(element.wholeText().replaceAll("\\s+", " ").strip());
            case "a" -> link(element);
            case "img" -> {
                Image image = new Image(element.attr("src").strip(), null);
                image.appendChild(new Text(element.attr("alt").replaceAll("\\s+", " ").strip()));
                out.node(image, ')');
            }
            case "script", "style", "template", "iframe", "object", "svg" -> {
                // These have no text to read.
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
                out.text(words.getWholeText());
            } else if (child instanceof Element inner) {
                element(inner);
            }
        }
    }

    private void code(String literal) {
        if (!literal.isEmpty()) {
            out.node(new Code(literal), '`');
        }
    }

    private void link(Element element) {
        String address = element.attr("href").strip();
        if (address.isEmpty() || !element.hasText()) {
            children(element);
            return;
        }
        Link link = new Link(address, null);
        InlineWriter inside = new InlineWriter(link);
        new HtmlInlines(inside).children(element);
        inside.end();
        out.node(link, ')');
    }

    /** Writes stars where they are certain to be read as emphasis, and the HTML element elsewhere. */
    private void marked(Element element, String name) {
        String words = element.wholeText();
        out.blankIf(Character.isWhitespace(words.charAt(0)));
        boolean blankBehind = Character.isWhitespace(words.charAt(words.length() - 1));
        boolean stars = (STRONG.contains(name) || EMPHASIS.contains(name)) && element.childrenSize() == 0
                && isWord(words.strip()) && out.canEmphasize() && (blankBehind || isEnd(element.nextSibling()));
        if (stars) {
            Node mark = STRONG.contains(name) ? new StrongEmphasis() : new Emphasis();
            InlineWriter.of(words, mark).end();
            out.node(mark, '*');
        } else {
            String written = KEPT.getOrDefault(name, name);
            out.openingTag(written);
            children(element);
            out.closingTag(written);
        }
        out.blankIf(blankBehind);
    }

    private static boolean isWord(String words) {
        return !words.isEmpty() && Character.isLetterOrDigit(words.charAt(0))
                && Character.isLetterOrDigit(words.charAt(words.length() - 1));
    }

    private static boolean isEnd(org.jsoup.nodes.@Nullable Node next) {
        return next == null || (next instanceof TextNode words
                && (words.getWholeText().isEmpty() || !Character.isLetterOrDigit(words.getWholeText().charAt(0))));
    }
}
