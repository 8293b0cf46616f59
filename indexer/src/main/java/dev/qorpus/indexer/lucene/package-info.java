/**
 * The write side of the embedded engine: the mapping of entries to Lucene documents, and the sink that commits them together
 * with their manifest.
 */
@NullMarked
package dev.qorpus.indexer.lucene;

import org.jspecify.annotations.NullMarked;
