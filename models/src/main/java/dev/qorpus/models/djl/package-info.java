/**
 * Sentence-transformers in ONNX through DJL and ONNX Runtime. Both libraries are used only here.
 */
@NullMarked
package dev.qorpus.models.djl;

import org.jspecify.annotations.NullMarked;
