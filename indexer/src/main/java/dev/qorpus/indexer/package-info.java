/**
 * One indexing run: reads a corpus, finds what changed, embeds that and no more, and publishes it at once.
 */
@NullMarked
package dev.qorpus.indexer;

import org.jspecify.annotations.NullMarked;
