/**
 * The {@code Posts.xml} of a StackExchange dump. It is read in several passes, in bounded memory.
 */
@NullMarked
package dev.qorpus.indexer.corpus.stackexchange;

import org.jspecify.annotations.NullMarked;
