/**
 * Checks a corpus as a whole: repeated questions, unusual labels, texts that are too long for the model, mixed languages,
 * broken links. The language detector is used only here.
 */
@NullMarked
package dev.qorpus.indexer.check;

import org.jspecify.annotations.NullMarked;
