/**
 * The Markdown dialect on commonmark-java: mathematics, labels, front matter, anchors. It knows blocks and their places,
 * and nothing of questions.
 */
@NullMarked
package dev.qorpus.indexer.corpus.markdown;

import org.jspecify.annotations.NullMarked;
