package dev.qorpus.indexer.corpus.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import dev.qorpus.indexer.corpus.markdown.Anchors;
import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.Markdown;

/**
 * Where a Markdown file points to, and what in it can be pointed at.
 *
 * @param links in the file's order, external ones included
 * @param anchors in lower case: those that GitHub gives to headings, and the {@code id} and {@code name} of HTML
 */
public record MarkdownLinks(List<Target> links, Set<String> anchors) {

    /** What a link at a line, from 1, points to. */
    public record Target(String destination, int line) {}

    /** Collects the links and anchors of a Markdown text and of the HTML in it. */
    public static MarkdownLinks of(String markdown) {
        Collector collector = new Collector();
        Markdown.parse(markdown).accept(collector);
        return new MarkdownLinks(collector.links, collector.anchors);
    }

    private static final class Collector extends AbstractVisitor {

        /** As several generators of sites have it: {@code ## Title {#anchor}}. */
        private static final Pattern EXPLICIT = Pattern.compile("\\{#([^}\\s]+)[^}]*\\}\\s*$");
        private static final Pattern OPENING_TAG = Pattern.compile("\\A<[a-zA-Z]");

        final List<Target> links = new ArrayList<>();
        final Set<String> anchors = new HashSet<>();
        private final Anchors headings = new Anchors();

        @Override
        public void visit(Heading heading) {
            heading(Blocks.text(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(new Target(link.getDestination(), line(link)));
            visitChildren(link);
        }

        @Override
        public void visit(HtmlBlock block) {
            html(block.getLiteral(), line(block), false);
        }

        @Override
        public void visit(HtmlInline inline) {
            if (OPENING_TAG.matcher(inline.getLiteral()).lookingAt()) {
                html(inline.getLiteral(), line(inline), true);
            }
        }

        private void heading(String text) {
            anchors.add(headings.next(text));
            Matcher explicit = EXPLICIT.matcher(text);
            if (explicit.find()) {
                anchor(explicit.group(1));
            }
        }

        /** @param inline whether the source is one tag, its content standing behind it */
        private void html(String source, int line, boolean inline) {
            Parser parser = Parser.htmlParser().setTrackPosition(true);
            for (Element element : parser.parseInput(source, "").body().getAllElements()) {
                anchor(element.attr("id"));
                anchor(element.attr("name"));
                // What nobody can click is a switch for a script.
                if (element.nameIs("a") && element.hasAttr("href") && (inline || element.childNodeSize() > 0)) {
                    int within = Math.max(element.sourceRange().start().lineNumber() - 1, 0);
                    links.add(new Target(element.attr("href").strip(), line + within));
                }
                if (element.tagName().matches("h[1-6]")) {
                    heading(element.text());
                }
            }
        }

        private void anchor(String name) {
            if (!name.isBlank()) {
                anchors.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }

        /** Some inline nodes have no place of their own; the block around them has. */
        private static int line(Node node) {
            Node placed = node;
            while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
                placed = placed.getParent();
            }
            return placed.getSourceSpans().isEmpty() ? 1 : Blocks.line(placed);
        }
    }
}
