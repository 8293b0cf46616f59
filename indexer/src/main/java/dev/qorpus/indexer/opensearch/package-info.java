/**
 * The distributed engine's write side: how an entry is mapped to documents of OpenSearch, and the sink that publishes
 * them by one change of the cluster's state. Also the connection that both sides use.
 */
@NullMarked
package dev.qorpus.indexer.opensearch;

import org.jspecify.annotations.NullMarked;
