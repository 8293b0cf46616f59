/**
 * What is answered: results, hits, explanations and facets. Plain data.
 */
@NullMarked
package dev.qorpus.search.result;

import org.jspecify.annotations.NullMarked;
