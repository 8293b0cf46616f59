/**
 * The coverage of a corpus: how many words of a file are in entries, and which rule left out each of the others. A parser
 * reports it to its {@link dev.qorpus.indexer.corpus.format.CorpusHandler}.
 */
@NullMarked
package dev.qorpus.indexer.corpus.coverage;

import org.jspecify.annotations.NullMarked;
