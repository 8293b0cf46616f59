/**
 * The content of an index, independent of the engine: logical fields, vector spaces, the manifest, and the ports for
 * writing. No engine types.
 */
@NullMarked
package dev.qorpus.indexer.schema;

import org.jspecify.annotations.NullMarked;
