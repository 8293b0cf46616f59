/**
 * A question to ranked and explained hits: the facade over retrievers and fusion, and the words it speaks.
 */
@NullMarked
package dev.qorpus.search;

import org.jspecify.annotations.NullMarked;
