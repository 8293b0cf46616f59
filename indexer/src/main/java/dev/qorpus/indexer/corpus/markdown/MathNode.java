package dev.qorpus.indexer.corpus.markdown;

import org.commonmark.node.CustomNode;

/** Mathematics in LaTeX between dollar signs, kept as written. */
final class MathNode extends CustomNode {

    private final String source;

    /** @param source with its dollar signs */
    MathNode(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }
}
