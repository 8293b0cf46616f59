/** Fits the function of confidence to judged collections. It measures no speed. */
@NullMarked
package dev.qorpus.bench.confidence;

import org.jspecify.annotations.NullMarked;
