package dev.qorpus.indexer;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;

/** The same in a cluster; half a minute that changes of the sink are worth, but not each build. */
@Tag("long")
class OpenSearchChangesTest extends ChangesTest {

    @BeforeAll
    static void node() {
        OpenSearchNode.shared();
    }

    /** The index of a cluster that stands for a folder. */
    static ClusterAddress address(Path index) {
        return ClusterAddress.of(OpenSearchNode.shared().address("i" + Integer.toHexString(index.hashCode())));
    }

    @Override
    EntrySink open(Path index) {
        return OpenSearchSink.open(address(index), ClusterAccess.OPEN, false);
    }
}
