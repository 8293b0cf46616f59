/**
 * The port of a file format: what a parser is given, and whom it hands entries and findings to. A new format implements
 * {@link dev.qorpus.indexer.corpus.format.FileParser} in a package of its own.
 */
@NullMarked
package dev.qorpus.indexer.corpus.format;

import org.jspecify.annotations.NullMarked;
