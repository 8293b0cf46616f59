/**
 * What an index holds, whichever engine keeps it: logical fields, vector spaces, the manifest, and the port
 * through which entries are written. No engine types.
 */
@NullMarked
package dev.qorpus.indexer.schema;

import org.jspecify.annotations.NullMarked;
