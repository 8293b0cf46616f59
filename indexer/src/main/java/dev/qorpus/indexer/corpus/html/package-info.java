/**
 * HTML in both directions: Markdown to HTML that is safe to show, and HTML of posts to Markdown or plain text.
 */
@NullMarked
package dev.qorpus.indexer.corpus.html;

import org.jspecify.annotations.NullMarked;
