package dev.qorpus.indexer.corpus.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

import dev.qorpus.indexer.corpus.markdown.Blocks;
import dev.qorpus.indexer.corpus.markdown.WikiLinks;

/** Leaves out the words of a Markdown document that are syntax: link targets, tags, comments, languages of code blocks. */
public final class MarkupWords extends AbstractVisitor {

    private static final Pattern HTML = Pattern.compile("(?<comment><!--(?s:.*?)(?:-->|\\z))"
            + "|<(?<raw>script|style)\\b(?s:.*?)(?:</\\k<raw>>|\\z)|</?[a-zA-Z!?][^<>]*>", Pattern.CASE_INSENSITIVE);

    private final String source;
    private final SourceWords words;

    private MarkupWords(String source, SourceWords words) {
        this.source = source;
        this.words = words;
    }

    /**
     * Leaves out the syntax of a document.
     *
     * @param source the text that was parsed
     */
    public static void leaveOut(Node document, String source, SourceWords words) {
        document.accept(new MarkupWords(source, words));
    }

    @Override
    public void visit(Link link) {
        leaveOutTarget(link);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        leaveOutTarget(image);
        visitChildren(image);
    }

    private void leaveOutTarget(Node link) {
        if (link.getSourceSpans().isEmpty()) {
            return;
        }
        Node last = link.getLastChild();
        int start = last == null || last.getSourceSpans().isEmpty() ? Blocks.start(link) : Blocks.end(last);
        words.leaveOut(start, Blocks.end(link), LeftOutRule.MARKUP);
    }

    @Override
    public void visit(Text text) {
        for (SourceSpan span : text.getSourceSpans()) {
            String written = source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
            if (written.contains("[[")) {
                WikiLinks.hidden(written).forEach(part -> words.leaveOut(span.getInputIndex() + part[0],
                        span.getInputIndex() + part[1], LeftOutRule.MARKUP));
            }
        }
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        definition.getSourceSpans().forEach(this::leaveOut);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (!code.getSourceSpans().isEmpty()) {
            leaveOut(code.getSourceSpans().getFirst());
        }
    }

    private void leaveOut(SourceSpan span) {
        words.leaveOut(span.getInputIndex(), span.getInputIndex() + span.getLength(), LeftOutRule.MARKUP);
    }

    @Override
    public void visit(HtmlBlock block) {
        html(block);
    }

    @Override
    public void visit(HtmlInline inline) {
        html(inline);
    }

    private void html(Node html) {
        if (html.getSourceSpans().isEmpty()) {
            return;
        }
        int start = Blocks.start(html);
        Matcher found = HTML.matcher(source).region(start, Blocks.end(html));
        while (found.find()) {
            words.leaveOut(found.start(), found.end(),
                    found.group("comment") == null ? LeftOutRule.MARKUP : LeftOutRule.COMMENT);
        }
    }
}
