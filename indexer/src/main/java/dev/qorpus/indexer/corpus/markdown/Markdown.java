package dev.qorpus.indexer.corpus.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The Markdown dialect: CommonMark 0.31 with GitHub's tables and strikethrough, formulas between dollar signs, and
 * the links of wikis.
 * Thread-safe.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
            StrikethroughExtension.create());

    /** The deepest nesting. Real notes nest a few levels deep; ten thousand {@code >} would overflow the stack. */
    private static final int DEEPEST = 60;

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .inlineParserFactory(BoundedInlineParser::new)
            .customInlineContentParserFactory(MathParser.FACTORY).maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS)
            .nodeRendererFactory(MathRenderer::new).build();

    private Markdown() {}

    /** Parses a text, with the places of all nodes. */
    public static Node parse(String source) {
        Node document = PARSER.parse(source);
        if (source.contains("[[")) {
            WikiLinks.replace(document);
        }
        return document;
    }

    /** Renders HTML, including any HTML in the source. It must be cleaned before it is shown: see {@code SafeHtml}. */
    public static String unsafeHtml(Node node) {
        return RENDERER.render(node);
    }

    private record MathRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(MathNode.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().tag("span", Map.of("class", "math"));
            context.getWriter().text(((MathNode) node).source());
            context.getWriter().tag("/span");
        }
    }
}
