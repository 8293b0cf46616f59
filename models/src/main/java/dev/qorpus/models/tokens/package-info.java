/**
 * The vectors of single tokens in their context, for late interaction. They are projected onto a few axes and kept in
 * four bits a dimension.
 */
@NullMarked
package dev.qorpus.models.tokens;

import org.jspecify.annotations.NullMarked;
