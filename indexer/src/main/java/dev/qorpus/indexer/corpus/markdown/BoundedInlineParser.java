package dev.qorpus.indexer.corpus.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Parses the text of a paragraph, unless it has far more signs of Markdown than people write: each sign takes memory until
 * the paragraph ends, and five megabytes of {@code [} would take all there is. Such a paragraph is plain text. None of its
 * words is lost.
 */
final class BoundedInlineParser implements InlineParser {

    /** Much more than in the largest paragraphs of real files, and some ten megabytes of nodes. */
    static final int MOST_SIGNS = 50_000;

    private final InlineParser parser;

    BoundedInlineParser(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String content = lines.getContent();
        if (hasTooManySigns(content)) {
            Text text = new Text(content);
            text.setSourceSpans(lines.getSourceSpans());
            block.appendChild(text);
        } else {
            parser.parse(lines, block);
        }
    }

    private static boolean hasTooManySigns(String content) {
        if (content.length() <= MOST_SIGNS) {
            return false;
        }
        int signs = 0;
        for (int i = 0; i < content.length(); i++) {
            signs += "[]*_~`$<&\\".indexOf(content.charAt(i)) >= 0 ? 1 : 0;
        }
        return signs > MOST_SIGNS;
    }
}
