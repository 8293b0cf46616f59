/**
 * The read port: what any engine must answer about entries, words and vectors, without ranking by itself.
 * No engine types.
 */
@NullMarked
package dev.qorpus.search.backend;

import org.jspecify.annotations.NullMarked;
