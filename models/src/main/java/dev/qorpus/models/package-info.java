/**
 * Text to vectors: the catalogue of models, and the port through which the rest of Qorpus computes vectors. No inference
 * engine is named here.
 */
@NullMarked
package dev.qorpus.models;

import org.jspecify.annotations.NullMarked;
