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
 * Converts the HTML of posts to Markdown. It builds a tree of commonmark-java's nodes, and its renderer escapes the text.
 * Elements that do not exist in Markdown are replaced by their text.
 */
public final class HtmlToMarkdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
            StrikethroughExtension.create());
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().extensions(EXTENSIONS).build();

    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5",
            "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "details", "summary", "hr",
            "center", "figure");
    private static final Set<String> INVISIBLE = Set.of("script", "style", "template", "iframe", "object", "svg");
    private static final Pattern LANGUAGE = Pattern.compile("\\blang(?:uage)?-([\\w+#.-]{1,40})");

    /** Real posts nest a few levels deep. Deeper elements are read as text. */
    private static final int DEEPEST = 40;

    /** Elements that are blocks or contain blocks. */
    private final Set<Element> blocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlToMarkdown() {}

    /** Converts a piece of HTML. */
    public static String of(String html) {
        return convert(Jsoup.parseBodyFragment(html).body(), true);
    }

    /** Converts an element of a page. */
    public static String of(Element element) {
        return convert(element, false);
    }

    private static String convert(Element root, boolean contentOnly) {
        HtmlToMarkdown conversion = new HtmlToMarkdown();
        Element above = root.parent();
        if (above != null) {
            // The elements above are not marked: there may be hundreds for each of many pieces.
            conversion.blocks.add(above);
        }
        for (Element element : root.getAllElements()) {
            if (BLOCKS.contains(element.normalName())) {
                conversion.markWithParents(element);
            }
        }
        Document document = new Document();
        if (contentOnly || !conversion.blocks.contains(root)) {
            conversion.children(root, document, 0);
        } else {
            conversion.block(root, document, 0);
        }
        return RENDERER.render(document).strip();
    }

    private void markWithParents(Element block) {
        for (Element element = block; element != null && blocks.add(element); element = element.parent()) {
            // The loop condition adds the element.
        }
    }

    private void children(Element parent, Node target, int depth) {
        InlineWriter inlines = new InlineWriter(new Paragraph());
        for (org.jsoup.nodes.Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                inlines.text(text.getWholeText());
            } else if (child instanceof Element element && !INVISIBLE.contains(element.normalName())) {
                if (blocks.contains(element)) {
                    inlines.endIn(target);
                    inlines = new InlineWriter(new Paragraph());
                    block(element, target, depth + 1);
                } else {
                    new HtmlInlines(inlines).element(element);
                }
            }
        }
        inlines.endIn(target);
    }

    private void block(Element element, Node target, int depth) {
        if (depth > DEEPEST) {
            InlineWriter.of(element.text(), new Paragraph()).endIn(target);
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
        InlineWriter.of(element.text(), heading).endIn(target);
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

    /** Adds a child of a list. A child that is no list item is read as one. */
    private void item(org.jsoup.nodes.Node child, ListItem item, int depth) {
        if (child instanceof TextNode text) {
            InlineWriter.of(text.getWholeText(), new Paragraph()).endIn(item);
        } else if (child instanceof Element element) {
            if (element.normalName().equals("li")) {
                children(element, item, depth);
            } else if (blocks.contains(element)) {
                block(element, item, depth + 1);
            } else {
                InlineWriter inlines = new InlineWriter(new Paragraph());
                new HtmlInlines(inlines).element(element);
                inlines.endIn(item);
            }
        }
    }

    private static ListBlock bullets(Node target) {
        BulletList list = new BulletList();
        // Two lists in a row need different markers, or they become one list.
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

    /** Whether an item needs no blank lines: it has text first, and then only blocks that may follow text directly. */
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
