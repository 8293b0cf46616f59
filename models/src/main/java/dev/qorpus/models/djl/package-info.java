/**
 * Sentence-transformers in ONNX through DJL and ONNX Runtime: the only place that knows either.
 */
@NullMarked
package dev.qorpus.models.djl;

import org.jspecify.annotations.NullMarked;
