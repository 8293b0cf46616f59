/**
 * Words on Lucene: scores, vocabulary and facet counts of matching entries.
 */
@NullMarked
package dev.qorpus.search.lucene.lexical;

import org.jspecify.annotations.NullMarked;
