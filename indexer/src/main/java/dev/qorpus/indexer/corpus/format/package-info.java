/**
 * The port of a file format: what a parser reads, and what receives its entries and findings. A new format implements
 * {@link dev.qorpus.indexer.corpus.format.FileParser} in a package of its own.
 */
@NullMarked
package dev.qorpus.indexer.corpus.format;

import org.jspecify.annotations.NullMarked;
