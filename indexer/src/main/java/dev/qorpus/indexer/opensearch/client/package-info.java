/**
 * A client of OpenSearch's HTTP interface: addresses, credentials, retries, bulk requests. It knows nothing of entries.
 */
@NullMarked
package dev.qorpus.indexer.opensearch.client;

import org.jspecify.annotations.NullMarked;
