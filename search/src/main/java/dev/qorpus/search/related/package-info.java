/** From an entry, or a text, to the entries that are about the same. */
@NullMarked
package dev.qorpus.search.related;

import org.jspecify.annotations.NullMarked;
