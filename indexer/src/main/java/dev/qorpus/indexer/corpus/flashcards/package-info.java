/**
 * Flashcards in Markdown, in the forms of Obsidian's plugins and of Anki's exporters. It finds the sides of the cards, and
 * the tags and ids that belong to no text.
 */
@NullMarked
package dev.qorpus.indexer.corpus.flashcards;

import org.jspecify.annotations.NullMarked;
