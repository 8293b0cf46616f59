/**
 * HTML pages: their main content becomes Markdown, and what asks in them becomes a heading. Nothing is fetched.
 */
@NullMarked
package dev.qorpus.indexer.corpus.page;

import org.jspecify.annotations.NullMarked;
