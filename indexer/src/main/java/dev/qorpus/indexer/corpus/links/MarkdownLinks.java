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
 * The links of a Markdown file, and the anchors that links can lead to.
 *
 * @param links the links in order, including external links
 * @param anchors the anchors in lower case: GitHub's anchors of headings, and {@code id} and {@code name} in HTML
 */
public record MarkdownLinks(List<Target> links, Set<String> anchors) {

    /** The destination of a link, and its line, from 1. */
    public record Target(String destination, int line) {}

    /** Collects the links and anchors of a Markdown text and of the HTML in it. */
    public static MarkdownLinks of(String markdown) {
        Collector collector = new Collector();
        Markdown.parse(markdown).accept(collector);
        return new MarkdownLinks(collector.links, collector.anchors);
    }

    private static final class Collector extends AbstractVisitor {

        /** The syntax of several site generators: {@code ## Title {#anchor}}. */
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

        /** @param inline whether the source is a single tag, with its content behind it */
        private void html(String source, int line, boolean inline) {
            Parser parser = Parser.htmlParser().setTrackPosition(true);
            for (Element element : parser.parseInput(source, "").body().getAllElements()) {
                anchor(element.attr("id"));
                anchor(element.attr("name"));
                // A link without content cannot be clicked: it is for scripts.
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

        /** The line of a node, or of the block around it if the node has no place. */
        private static int line(Node node) {
            Node placed = node;
            while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
                placed = placed.getParent();
            }
            return placed.getSourceSpans().isEmpty() ? 1 : Blocks.line(placed);
        }
    }
}
