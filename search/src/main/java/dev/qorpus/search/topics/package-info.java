/**
 * The topics of a corpus with their labels, and a map of its entries. Computed from the vectors and words of the
 * index.
 */
@NullMarked
package dev.qorpus.search.topics;

import org.jspecify.annotations.NullMarked;
