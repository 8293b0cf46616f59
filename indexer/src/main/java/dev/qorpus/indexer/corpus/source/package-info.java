/**
 * Bytes, lines, offsets and digests of one file. Whatever the format, a parser reads through these.
 */
@NullMarked
package dev.qorpus.indexer.corpus.source;

import org.jspecify.annotations.NullMarked;
