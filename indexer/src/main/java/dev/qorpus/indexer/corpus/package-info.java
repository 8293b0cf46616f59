/**
 * Reads a corpus: walks its folders, parses each file into entries and findings, and watches for changes. Each file format
 * has a package below this one.
 */
@NullMarked
package dev.qorpus.indexer.corpus;

import org.jspecify.annotations.NullMarked;
