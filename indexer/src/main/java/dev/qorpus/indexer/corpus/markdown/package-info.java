/**
 * The Markdown dialect on commonmark-java: formulas, labels, front matter, anchors. It knows blocks and their places, but no
 * questions.
 */
@NullMarked
package dev.qorpus.indexer.corpus.markdown;

import org.jspecify.annotations.NullMarked;
