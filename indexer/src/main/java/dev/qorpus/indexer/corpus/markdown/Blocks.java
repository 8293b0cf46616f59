package dev.qorpus.indexer.corpus.markdown;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** The places of nodes in the source, and their text. */
public final class Blocks {

    private Blocks() {}

    /** The children of a node, in order. */
    public static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** The offset of a node's first character in the source. */
    public static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    /** The offset behind a node's last character in the source. */
    public static int end(Node node) {
        SourceSpan last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }

    /** The line of a node's first character, from 1. */
    public static int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    /** The plain text of inline content, without HTML tags. */
    public static String text(Node parent) {
        StringBuilder text = new StringBuilder();
        parent.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof MathNode math) {
                    text.append(math.source());
                } else {
                    visitChildren(node);
                }
            }
        });
        return text.toString().strip();
    }
}
