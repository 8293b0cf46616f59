package dev.qorpus.indexer.corpus.html;

import org.jsoup.nodes.TextNode;

import dev.qorpus.indexer.analysis.Span;

/**
 * The part of a plain text that comes from one text node.
 *
 * @param node the text node
 * @param start where the part starts in the plain text, in UTF-16 code units
 * @param end where it ends
 */
record TextSegment(TextNode node, int start, int end) {

    TextSegment movedBack(int by) {
        return new TextSegment(node, Math.max(0, start - by), Math.max(0, end - by));
    }

    TextSegment cutAt(int limit) {
        return new TextSegment(node, Math.min(start, limit), Math.min(end, limit));
    }

    boolean overlaps(Span range) {
        return Math.max(start, range.start()) < Math.min(end, range.end());
    }

    /**
     * Where each character of the part stands in the node's text. The two differ in white space only.
     *
     * @param plain the whole plain text
     * @return one offset for each character, and one for the end
     */
    int[] offsetsInNode(String plain) {
        String whole = node.getWholeText();
        int[] offsets = new int[end - start + 1];
        int at = 0;
        for (int i = start; i < end; i++) {
            boolean white = Character.isWhitespace(plain.charAt(i));
            while (!white && Character.isWhitespace(whole.charAt(at))) {
                at++;
            }
            offsets[i - start] = at;
            at += white ? 0 : 1;
        }
        boolean endsWhite = end > start && Character.isWhitespace(plain.charAt(end - 1));
        offsets[end - start] = endsWhite ? whole.length() : at;
        return offsets;
    }
}
