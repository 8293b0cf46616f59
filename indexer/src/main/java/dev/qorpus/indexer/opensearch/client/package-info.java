/**
 * A client of OpenSearch's HTTP API: addresses, credentials, retries, bulk requests. It knows no entries.
 */
@NullMarked
package dev.qorpus.indexer.opensearch.client;

import org.jspecify.annotations.NullMarked;
