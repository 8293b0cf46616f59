/**
 * Static word vectors: tables of vectors, the readers and distillation that make them, and the embedder that averages
 * them. No inference engine is named here.
 */
@NullMarked
package dev.qorpus.models.words;

import org.jspecify.annotations.NullMarked;
