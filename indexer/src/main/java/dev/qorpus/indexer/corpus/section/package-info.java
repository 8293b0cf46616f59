/**
 * What a document holds beside its questions: its title, sections of prose, and blocks such as tables of contents that are
 * left out. It knows places and headings, but no questions.
 */
@NullMarked
package dev.qorpus.indexer.corpus.section;

import org.jspecify.annotations.NullMarked;
