/**
 * What is worth mending in a corpus as a whole: repeated questions, labels out of line, texts that the model cuts,
 * languages that do not fit. The only place that knows the language detector.
 */
@NullMarked
package dev.qorpus.indexer.check;

import org.jspecify.annotations.NullMarked;
