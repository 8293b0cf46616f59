/**
 * From a Markdown document to its entries: places that may be questions, the layout that the file is written in, and the
 * answers between them. Each step sees the whole file.
 */
@NullMarked
package dev.qorpus.indexer.corpus.question;

import org.jspecify.annotations.NullMarked;
