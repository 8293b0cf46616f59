/**
 * Files to entries: finds the questions and answers in Markdown and JSONL, and says what is wrong with them.
 * The only place that knows Markdown and HTML.
 */
@NullMarked
package dev.qorpus.indexer.corpus;

import org.jspecify.annotations.NullMarked;
