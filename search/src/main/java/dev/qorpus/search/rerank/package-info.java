/**
 * Looks at the best candidates once more: late interaction compares single tokens in their context. Nothing here reads an
 * index.
 */
@NullMarked
package dev.qorpus.search.rerank;

import org.jspecify.annotations.NullMarked;
