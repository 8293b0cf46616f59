/**
 * What is asked: the question, its mode and its filters. Everything is checked before any engine is asked.
 */
@NullMarked
package dev.qorpus.search.query;

import org.jspecify.annotations.NullMarked;
