/**
 * What each retriever says of the entries of one question, as shares of a probability mass. Fusion adds them up; nothing
 * here reads an index.
 */
@NullMarked
package dev.qorpus.search.share;

import org.jspecify.annotations.NullMarked;
