/**
 * What is read of an index's segments and kept in memory, from one published state to the next. Both kinds of search read
 * through it.
 */
@NullMarked
package dev.qorpus.search.lucene.segment;

import org.jspecify.annotations.NullMarked;
