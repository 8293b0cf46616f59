/**
 * The embedded engine's write side: the one mapping between entries and Lucene documents, and the sink that
 * commits them together with their manifest.
 */
@NullMarked
package dev.qorpus.indexer.lucene;

import org.jspecify.annotations.NullMarked;
