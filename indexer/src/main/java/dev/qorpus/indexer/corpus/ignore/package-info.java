/**
 * What a corpus folder says is none of its content: ignore files, folders that build tools write, and judged collections.
 * Every reason can be shown.
 */
@NullMarked
package dev.qorpus.indexer.corpus.ignore;

import org.jspecify.annotations.NullMarked;
