/** Learns the axes of token vectors. It measures nothing. */
@NullMarked
package dev.qorpus.bench.tokens;

import org.jspecify.annotations.NullMarked;
