/**
 * Static word vectors: tables of them, where they come from, and the embedder that averages them. No inference
 * engine is named here.
 */
@NullMarked
package dev.qorpus.models.words;

import org.jspecify.annotations.NullMarked;
