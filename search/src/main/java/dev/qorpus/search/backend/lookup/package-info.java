/**
 * Single lookups of an engine: one text against the words of an index, one vector against its vectors. They report scores
 * in the engine's own units.
 */
@NullMarked
package dev.qorpus.search.backend.lookup;

import org.jspecify.annotations.NullMarked;
