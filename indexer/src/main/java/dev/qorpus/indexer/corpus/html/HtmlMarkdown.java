package dev.qorpus.indexer.corpus.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * HTML of posts to Markdown that says the same: a tree of commonmark-java's nodes, written by its own renderer,
 * which knows what has to be escaped. Elements that Markdown has no word for leave their text.
 */
public final class HtmlMarkdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
            StrikethroughExtension.create());
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().extensions(EXTENSIONS).build();

    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5",
            "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "details", "summary", "hr",
            "center", "figure");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "iframe", "object", "svg");
    private static final Pattern LANGUAGE = Pattern.compile("\\blang(?:uage)?-([\\w+#.-]{1,40})");

    /** Real posts nest a handful deep; what is deeper is read as text. */
    private static final int DEEPEST = 40;

    /** Elements that are blocks or have some in them. */
    private final Set<Element> blocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlMarkdown() {}

    public static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        HtmlMarkdown conversion = new HtmlMarkdown();
        for (Element element : body.getAllElements()) {
            if (BLOCKS.contains(element.normalName())) {
                conversion.markWithParents(element);
            }
        }
        Document document = new Document();
        conversion.children(body, document, 0);
        return RENDERER.render(document).strip();
    }

    private void markWithParents(Element block) {
        for (Element element = block; element != null && blocks.add(element); element = element.parent()) {
            // Added on the way.
        }
    }

    private void children(Element parent, Node target, int depth) {
        Inlines inlines = new Inlines(new Paragraph());
        for (org.jsoup.nodes.Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                inlines.text(text.getWholeText());
            } else if (child instanceof Element element && !UNSEEN.contains(element.normalName())) {
                if (blocks.contains(element)) {
                    inlines.endIn(target);
                    inlines = new Inlines(new Paragraph());
                    block(element, target, depth + 1);
                } else {
                    inlines.element(element);
                }
            }
        }
        inlines.endIn(target);
    }

    private void block(Element element, Node target, int depth) {
        if (depth > DEEPEST) {
            inlines(element.text(), new Paragraph()).endIn(target);
            return;
        }
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, target);
            case "ul", "ol" -> list(element, target, depth);
            case "blockquote" -> {
                BlockQuote quote = new BlockQuote();
                children(element, quote, depth);
                appendUnlessEmpty(quote, target);
            }
            case "pre" -> target.appendChild(code(element));
            case "hr" -> target.appendChild(new ThematicBreak());
            case "table" -> HtmlTable.append(element, target);
            default -> children(element, target, depth);
        }
    }

    private static void heading(Element element, Node target) {
        Heading heading = new Heading();
        heading.setLevel(element.normalName().charAt(1) - '0');
        inlines(element.text(), heading).endIn(target);
    }

    static Inlines inlines(String text, Node block) {
        Inlines inlines = new Inlines(block);
        inlines.text(text);
        return inlines;
    }

    private static FencedCodeBlock code(Element element) {
        FencedCodeBlock code = new FencedCodeBlock();
        String text = element.wholeText().replace("\r\n", "\n");
        code.setLiteral(text.endsWith("\n") ? text : text + "\n");
        Element inner = element.selectFirst("code");
        Matcher language = LANGUAGE.matcher(element.className() + " " + (inner == null ? "" : inner.className()));
        if (language.find() && !language.group(1).equals("none")) {
            code.setInfo(language.group(1));
        }
        return code;
    }

    private void list(Element element, Node target, int depth) {
        ListBlock list = element.normalName().equals("ol") ? ordered(element, target) : bullets(target);
        boolean tight = true;
        for (org.jsoup.nodes.Node child : element.childNodes()) {
            ListItem item = new ListItem();
            item(child, item, depth);
            if (item.getFirstChild() != null) {
                tight = tight && isTight(item);
                list.appendChild(item);
            }
        }
        list.setTight(tight);
        appendUnlessEmpty(list, target);
    }

    /** What stands in a list without being an item of it is one all the same. */
    private void item(org.jsoup.nodes.Node child, ListItem item, int depth) {
        if (child instanceof TextNode text) {
            inlines(text.getWholeText(), new Paragraph()).endIn(item);
        } else if (child instanceof Element element) {
            if (element.normalName().equals("li")) {
                children(element, item, depth);
            } else if (blocks.contains(element)) {
                block(element, item, depth + 1);
            } else {
                Inlines inlines = new Inlines(new Paragraph());
                inlines.element(element);
                inlines.endIn(item);
            }
        }
    }

    private static ListBlock bullets(Node target) {
        BulletList list = new BulletList();
        // Another list right behind a list needs another mark, or the two become one.
        list.setMarker(target.getLastChild() instanceof BulletList last && "-".equals(last.getMarker()) ? "*" : "-");
        return list;
    }

    private static ListBlock ordered(Element element, Node target) {
        OrderedList list = new OrderedList();
        String start = element.attr("start");
        list.setMarkerStartNumber(start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
        list.setMarkerDelimiter(
                target.getLastChild() instanceof OrderedList last && ".".equals(last.getMarkerDelimiter()) ? ")" : ".");
        return list;
    }

    /** Whether the item reads the same without blank lines: text, and behind it only what may follow text at once. */
    private static boolean isTight(ListItem item) {
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            boolean follows = child instanceof BulletList || child instanceof FencedCodeBlock
                    || (child instanceof OrderedList list && list.getMarkerStartNumber() == 1);
            boolean first = child instanceof Paragraph && child.getPrevious() == null;
            if (!follows && !first) {
                return false;
            }
        }
        return true;
    }

    private static void appendUnlessEmpty(Node block, Node target) {
        if (block.getFirstChild() != null) {
            target.appendChild(block);
        }
    }
}
