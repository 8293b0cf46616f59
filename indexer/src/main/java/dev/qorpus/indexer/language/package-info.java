/**
 * Detects the language of entries. It says in which language a text is analysed, and which models know it.
 */
@NullMarked
package dev.qorpus.indexer.language;

import org.jspecify.annotations.NullMarked;
