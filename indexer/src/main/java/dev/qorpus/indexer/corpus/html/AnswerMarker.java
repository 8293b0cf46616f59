package dev.qorpus.indexer.corpus.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.analysis.Span;

/**
 * Marks the passage and the matched words in the HTML of an answer: {@code <mark class="passage">} and {@code <mark>}
 * inside it. A mark holds one run of inline content and never crosses the border of a block.
 *
 * <p>Scripts of the page redraw code and formulas from their text, so there are no marks in them. A formula is marked
 * from outside, and a {@code pre} gets the class {@code passage}.
 */
final class AnswerMarker {

    private static final String PASSAGE = "passage";
    private static final String MARK = "mark";
    /** Elements in which a browser moves a mark to another place. */
    private static final Set<String> TABLE_PARTS = Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup");
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

    private final String plain;
    private final AnswerMarks marks;
    /** The inline nodes of the passage, in the order of the document. */
    private final Set<Node> inPassage = new LinkedHashSet<>();
    /** The first word that ends behind the current segment's start. */
    private int nextWord;

    private AnswerMarker(String plain, AnswerMarks marks) {
        this.plain = plain;
        this.marks = marks;
    }

    /**
     * Adds the marks.
     *
     * @param body clean HTML
     */
    static void mark(Element body, AnswerMarks marks) {
        if (marks.isEmpty()) {
            return;
        }
        PlainText rendered = PlainText.of(body);
        String plain = rendered.text();
        AnswerMarker marker = new AnswerMarker(plain, marks.in(plain));
        rendered.segments().forEach(marker::mark);
        marker.wrapPassage();
    }

    private void mark(TextSegment segment) {
        Element parent = segment.node().parent();
        if (segment.start() == segment.end() || parent == null || TABLE_PARTS.contains(parent.normalName())
                || (segment.node().isBlank() && LISTS.contains(parent.normalName()))) {
            return;
        }
        Element redrawn = redrawn(parent);
        if (redrawn == null) {
            markText(segment, !segment.node().isBlank() && parent.closest(MARK) == null);
        } else if (segment.overlaps(marks.passage())) {
            if (redrawn.normalName().equals("pre")) {
                redrawn.addClass(PASSAGE);
            } else if (redrawn.childrenSize() == 0) {
                // An author's own element of this class may hold blocks.
                inPassage.add(redrawn);
            }
        }
    }

    /** The outermost element around that scripts of the page redraw. */
    private static @Nullable Element redrawn(Element inside) {
        Element outermost = null;
        for (Element element = inside; element != null; element = element.parent()) {
            if (element.normalName().equals("pre") || element.hasClass("math")) {
                outermost = element;
            }
        }
        return outermost;
    }

    private void markText(TextSegment segment, boolean withWords) {
        int[] offsets = segment.offsetsInNode(plain);
        String whole = segment.node().getWholeText();
        Span passage = inNode(marks.passage(), segment, offsets, whole);
        List<Span> words = withWords ? words(segment, offsets, whole) : List.of();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(passage.start(), passage.end(), whole.length()));
        words.forEach(word -> cuts.addAll(List.of(word.start(), word.end())));
        int from = 0;
        int next = 0;
        for (int to : cuts) {
            while (next < words.size() && words.get(next).end() <= from) {
                next++;
            }
            if (from < to) {
                TextNode text = new TextNode(whole.substring(from, to));
                boolean word = next < words.size() && words.get(next).start() <= from;
                Node piece = word ? new Element(MARK).appendChild(text) : text;
                segment.node().before(piece);
                if (passage.start() <= from && from < passage.end()) {
                    inPassage.add(piece);
                }
            }
            from = to;
        }
        segment.node().remove();
    }

    private List<Span> words(TextSegment segment, int[] offsets, String whole) {
        List<Span> words = marks.words();
        while (nextWord < words.size() && words.get(nextWord).end() <= segment.start()) {
            nextWord++;
        }
        List<Span> found = new ArrayList<>();
        for (int i = nextWord; i < words.size() && words.get(i).start() < segment.end(); i++) {
            found.add(inNode(words.get(i), segment, offsets, whole));
        }
        return found;
    }

    /** The part of a range of the plain text that is in a node; an empty range if they do not overlap. */
    private static Span inNode(Span range, TextSegment segment, int[] offsets, String whole) {
        int from = Math.max(range.start(), segment.start());
        int to = Math.min(range.end(), segment.end());
        if (from >= to) {
            return new Span(0, 0);
        }
        int start = offsets[from - segment.start()];
        int end = offsets[to - segment.start()];
        return new Span(splitsPair(whole, start) ? start - 1 : start, splitsPair(whole, end) ? end + 1 : end);
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private void wrapPassage() {
        List<Node> run = new ArrayList<>();
        for (Node node : inPassage) {
            if (!run.isEmpty() && !run.getLast().equals(node.previousSibling())) {
                wrap(run);
                run.clear();
            }
            run.add(node);
        }
        if (!run.isEmpty()) {
            wrap(run);
        }
    }

    private static void wrap(List<Node> run) {
        Element mark = new Element(MARK).addClass(PASSAGE);
        run.getFirst().before(mark);
        mark.appendChildren(List.copyOf(run));
    }
}
