/**
 * The write side of the distributed engine: the mapping of entries to OpenSearch documents, and the sink that publishes them
 * by one change of the cluster's state.
 */
@NullMarked
package dev.qorpus.indexer.opensearch;

import org.jspecify.annotations.NullMarked;
