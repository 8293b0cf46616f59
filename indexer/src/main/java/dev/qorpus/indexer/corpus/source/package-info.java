/**
 * Bytes, lines, offsets and digests of one file. Parsers of all formats read through these classes.
 */
@NullMarked
package dev.qorpus.indexer.corpus.source;

import org.jspecify.annotations.NullMarked;
