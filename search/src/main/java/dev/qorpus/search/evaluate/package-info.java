/** A judged collection against the modes of an index: how good, how fast, and where each question went wrong. */
@NullMarked
package dev.qorpus.search.evaluate;

import org.jspecify.annotations.NullMarked;
