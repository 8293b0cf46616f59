/**
 * The links of Markdown files and their destinations. Nothing is fetched.
 */
@NullMarked
package dev.qorpus.indexer.corpus.links;

import org.jspecify.annotations.NullMarked;
