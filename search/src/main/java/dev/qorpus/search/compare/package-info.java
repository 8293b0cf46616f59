/** One question in several modes: what they share, what moves, and why. */
@NullMarked
package dev.qorpus.search.compare;

import org.jspecify.annotations.NullMarked;
