/**
 * Extracts entries from a Markdown document: finds places that may be questions, chooses the layout of the file, and cuts
 * out the answers. Each step sees the whole file.
 */
@NullMarked
package dev.qorpus.indexer.corpus.question;

import org.jspecify.annotations.NullMarked;
