/**
 * Links of a corpus's Markdown files and where they lead. Nothing is fetched.
 */
@NullMarked
package dev.qorpus.indexer.corpus.links;

import org.jspecify.annotations.NullMarked;
