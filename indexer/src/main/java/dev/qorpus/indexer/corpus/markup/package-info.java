/**
 * Markup that is not Markdown: reStructuredText, AsciiDoc, Org, the dialects of Markdown that hold components, and plain
 * text. Each is converted to Markdown line by line, so that the lines of entries are those of the file.
 */
@NullMarked
package dev.qorpus.indexer.corpus.markup;

import org.jspecify.annotations.NullMarked;
