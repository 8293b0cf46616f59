/**
 * The plain data that a corpus consists of: entries, their ids and answers, and findings about them. Nothing here reads
 * a file.
 */
@NullMarked
package dev.qorpus.indexer.corpus.entry;

import org.jspecify.annotations.NullMarked;
