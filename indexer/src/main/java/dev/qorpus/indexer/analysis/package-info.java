/**
 * Text to terms, the same for every engine. Lucene's analyzers are used here alone.
 */
@NullMarked
package dev.qorpus.indexer.analysis;

import org.jspecify.annotations.NullMarked;
