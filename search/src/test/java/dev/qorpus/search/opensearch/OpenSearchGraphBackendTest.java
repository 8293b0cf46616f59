package dev.qorpus.search.opensearch;

import java.nio.file.Path;

import dev.qorpus.indexer.opensearch.ClusterAccess;
import dev.qorpus.search.backend.Backend;

/** The contract again, with graphs that propose entries, as a large index has them. */
class OpenSearchGraphBackendTest extends OpenSearchBackendTest {

    @Override
    protected Backend open(Path home) {
        return OpenSearchBackend.open(address(), ClusterAccess.OPEN, 0);
    }
}
