/**
 * Jupyter notebooks: their cells become one Markdown document. Outputs are text up to a bound.
 */
@NullMarked
package dev.qorpus.indexer.corpus.notebook;

import org.jspecify.annotations.NullMarked;
