/**
 * One question against one kind of evidence: words, or vectors. A retriever turns what the engine reports into
 * one score for each entry, and ranks by it.
 */
@NullMarked
package dev.qorpus.search.retrieve;

import org.jspecify.annotations.NullMarked;
