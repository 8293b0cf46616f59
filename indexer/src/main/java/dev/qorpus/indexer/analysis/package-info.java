/**
 * Text to terms, for every engine and language. Lucene's analyzers are used only here.
 */
@NullMarked
package dev.qorpus.indexer.analysis;

import org.jspecify.annotations.NullMarked;
