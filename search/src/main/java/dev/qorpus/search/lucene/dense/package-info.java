/**
 * Vectors on Lucene: scanned exactly in small indexes, proposed by graphs in large ones.
 */
@NullMarked
package dev.qorpus.search.lucene.dense;

import org.jspecify.annotations.NullMarked;
