package dev.qorpus.indexer.corpus.html;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * Leaves of the HTML of an answer what its passage shows. Code keeps its indentation from the first line of the passage on, a
 * row of a table its cells and headings, and an item of a list its number.
 */
final class PassageCutter {

    private static final String PASSAGE = "passage";
    private static final String ELLIPSIS = "…";
    private static final Set<String> CELLS = Set.of("td", "th");

    private final Element body;
    /** Whether text of the same block was cut off. */
    private boolean begun;

    private PassageCutter(Element body) {
        this.body = body;
    }

    /**
     * Cuts, and takes the marks of the passage away, for all that is left is passage.
     *
     * @param body HTML in which a passage is marked
     * @param text the passage as plain text
     * @return whether a passage was marked
     */
    static boolean cut(Element body, String text) {
        // A folded section would hide the passage.
        body.select("details > summary").remove();
        body.select("details").unwrap();
        Elements marked = body.select("." + PASSAGE);
        if (marked.isEmpty()) {
            return false;
        }
        PassageCutter cutter = new PassageCutter(body);
        cutter.cut(marked.getLast(), false);
        if (cutter.begun) {
            marked.getLast().after(new TextNode(" " + ELLIPSIS));
        }
        cutter.begun = false;
        cutter.cut(marked.getFirst(), true);
        if (cutter.begun) {
            marked.getFirst().before(new TextNode(ELLIPSIS + " "));
        }
        if (marked.getFirst().normalName().equals("pre")) {
            cutLines(marked.getFirst(), text);
        }
        body.select("mark." + PASSAGE).unwrap();
        body.select("." + PASSAGE).removeAttr("class");
        return true;
    }

    /** Removes all that lies before an element or behind it, up to the body. */
    private void cut(Element from, boolean before) {
        Element inside = from;
        while (!inside.equals(body)) {
            Element parent = inside.parent();
            if (parent == null) {
                return;
            }
            if (!CELLS.contains(inside.normalName())) {
                int items = removeSiblings(inside, before);
                if (before && items > 0 && parent.normalName().equals("ol")) {
                    parent.attr("start", Integer.toString(items + 1));
                }
            }
            inside = parent;
        }
    }

    /** How many elements were removed. */
    private int removeSiblings(Element from, boolean before) {
        int elements = 0;
        Node sibling = before ? from.previousSibling() : from.nextSibling();
        while (sibling != null && !isHeading(sibling)) {
            begun |= isInline(sibling);
            elements += sibling instanceof Element ? 1 : 0;
            sibling.remove();
            sibling = before ? from.previousSibling() : from.nextSibling();
        }
        return elements;
    }

    private static boolean isInline(Node node) {
        return node instanceof TextNode text ? !text.isBlank() : node instanceof Element element && !element.isBlock();
    }

    /** Headings of a table stand before its rows, and say what they mean. */
    private static boolean isHeading(Node node) {
        return node instanceof Element element
                && (element.normalName().equals("thead") || (element.normalName().equals("tr")
                        && element.childrenSize() > 0 && element.child(0).normalName().equals("th")));
    }

    private static void cutLines(Element pre, String text) {
        String first = text.strip().lines().findFirst().orElse("").strip();
        String code = pre.wholeText();
        int at = first.isEmpty() ? -1 : code.indexOf(first);
        if (at > 0) {
            Element holder = pre.firstElementChild() == null ? pre : pre.child(0);
            holder.text(code.substring(code.lastIndexOf('\n', at) + 1));
        }
    }
}
