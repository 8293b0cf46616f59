/**
 * What a corpus is about: its entries in topics that name themselves, and on a map. Pure computing over the
 * vectors and words that the index has.
 */
@NullMarked
package dev.qorpus.search.topics;

import org.jspecify.annotations.NullMarked;
