/**
 * The plain data of a corpus: entries with their ids and answers, and findings. Nothing here reads files.
 */
@NullMarked
package dev.qorpus.indexer.corpus.entry;

import org.jspecify.annotations.NullMarked;
