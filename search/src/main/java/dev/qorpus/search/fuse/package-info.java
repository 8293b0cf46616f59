/** Fuses two rankings into one: pure arithmetic that also yields the explanation. */
@NullMarked
package dev.qorpus.search.fuse;

import org.jspecify.annotations.NullMarked;
