package dev.qorpus.indexer.corpus.page;

import java.util.HashSet;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

import dev.qorpus.indexer.corpus.html.HtmlToMarkdown;
import dev.qorpus.indexer.corpus.source.MappedText;

/** Converts the blocks of a page to Markdown one by one, each with its line. */
final class PageBlocks {

    private static final Set<String> CONTAINERS = Set.of("html", "body", "main", "article", "section", "div", "header",
            "footer", "aside", "details", "dl", "dd", "form", "center", "figure", "fieldset", "address", "hgroup");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5",
            "h6",
            "ul", "ol", "dl", "dt", "blockquote", "pre", "table", "details", "summary", "hr", "figure", "main", "form");

    private final MappedText text;
    /** Elements that contain blocks. */
    private final Set<Element> around = new HashSet<>();

    private PageBlocks(MappedText text) {
        this.text = text;
    }

    /** Adds the content of an element to a text. */
    static void add(Element main, MappedText text) {
        PageBlocks blocks = new PageBlocks(text);
        for (Element element : main.getAllElements()) {
            if (BLOCKS.contains(element.normalName())) {
                Element parent = element.parent();
                while (parent != null && blocks.around.add(parent)) {
                    parent = parent.parent();
                }
            }
        }
        blocks.add(main);
    }

    /** The line at which an element begins, from 1. */
    static int line(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.sourceRange().isTracked() && at.sourceRange().start().lineNumber() > 0) {
                return at.sourceRange().start().lineNumber();
            }
        }
        return 1;
    }

    private void add(Element parent) {
        Element inlines = new Element("p");
        int line = line(parent);
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                leaf(inlines, line);
                inlines = new Element("p");
                if (CONTAINERS.contains(element.normalName()) && around.contains(element)) {
                    add(element);
                } else {
                    leaf(element, line(element));
                }
            } else {
                if (!inlines.hasText()) {
                    line = child.sourceRange().isTracked() ? child.sourceRange().start().lineNumber() : line;
                }
                inlines.appendChild(child.clone());
            }
        }
        leaf(inlines, line);
    }

    private boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || CONTAINERS.contains(element.normalName())
                || around.contains(element);
    }

    private void leaf(Element element, int line) {
        String markdown = element.childNodeSize() == 0 && !element.normalName().equals("hr")
                ? ""
                : HtmlToMarkdown.of(element);
        if (!markdown.isBlank()) {
            if (!text.endsBlank()) {
                text.add("", line);
            }
            // Within a block the lines are not known: those of a long list count from its beginning.
            text.add(markdown + anchor(element), line);
            text.add("", line);
        }
    }

    /** The id of a heading, so that the id of its entry is a link to the page. */
    private static String anchor(Element element) {
        boolean named = element.normalName().matches("h[1-6]") && element.id().matches("[\\p{L}\\p{N}_.:-]{1,200}");
        return named ? " {#" + element.id() + "}" : "";
    }
}
