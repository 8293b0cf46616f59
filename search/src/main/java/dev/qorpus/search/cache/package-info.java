/**
 * Bounded caches that count how often they helped. Caffeine is used here alone.
 */
@NullMarked
package dev.qorpus.search.cache;

import org.jspecify.annotations.NullMarked;
