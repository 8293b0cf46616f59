/**
 * Properties: statements about all values of a kind, checked on random examples that Instancio makes. A failure
 * reports the seed, the example, and the smallest example found that fails as well.
 */
@NullMarked
package dev.qorpus.property;

import org.jspecify.annotations.NullMarked;
