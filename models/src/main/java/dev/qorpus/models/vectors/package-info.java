/**
 * Arithmetic on vectors, and the vectors of single tokens in their context, for late interaction. The latter are projected
 * onto a few axes and kept in four bits a dimension. Only here: EJML.
 */
@NullMarked
package dev.qorpus.models.vectors;

import org.jspecify.annotations.NullMarked;
