/**
 * Images that lie in a corpus's folders. They are the only files of a corpus that are served as they are.
 */
@NullMarked
package dev.qorpus.indexer.corpus.images;

import org.jspecify.annotations.NullMarked;
