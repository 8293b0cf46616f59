package dev.qorpus.indexer.corpus.markdown;

import org.commonmark.node.CustomNode;

/** A formula in LaTeX between dollar signs, as written. */
final class MathNode extends CustomNode {

    private final String source;

    /** @param source the formula with its dollar signs */
    MathNode(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }
}
