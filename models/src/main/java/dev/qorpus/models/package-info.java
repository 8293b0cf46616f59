/**
 * Text to vectors: what a sentence-transformer is, which ones there are, and the port through which the
 * rest of Qorpus asks for vectors. No inference engine is named here.
 */
@NullMarked
package dev.qorpus.models;

import org.jspecify.annotations.NullMarked;
