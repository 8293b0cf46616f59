/**
 * One indexing run: reads a corpus, finds what changed, embeds only the changes, and publishes them at once.
 */
@NullMarked
package dev.qorpus.indexer;

import org.jspecify.annotations.NullMarked;
