/**
 * The images in the folders of a corpus. They are the only files of a corpus that are served unchanged.
 */
@NullMarked
package dev.qorpus.indexer.corpus.images;

import org.jspecify.annotations.NullMarked;
