package dev.qorpus.search.opensearch;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendContract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The contract on a real node, comparing all vectors, as a small index has it. */
class OpenSearchBackendTest extends BackendContract {

    @BeforeAll
    static void node() {
        OpenSearchNode.shared();
    }

    /**
     * One index for all tests of a class: indexing the same again takes a tenth of the time. Classes share none, since the
     * documents that a test leaves behind count in the statistics of the index for a while.
     */
    ClusterAddress address() {
        String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return ClusterAddress.of(OpenSearchNode.shared().address(name) + "?shards=2" + settings());
    }

    /** More settings of the address. */
    String settings() {
        return "";
    }

    @Override
    protected EntrySink sink(Path home) {
        return OpenSearchSink.open(address(), ClusterAccess.OPEN, false);
    }

    @Override
    protected Backend open(Path home) {
        return OpenSearchBackend.open(address(), ClusterAccess.OPEN);
    }

    @Test
    void anAddressWithoutIndexSaysHowToMakeOne() {
        ClusterAddress nothing = ClusterAddress.of(OpenSearchNode.shared().address("nothing"));
        assertThatThrownBy(() -> OpenSearchBackend.open(nothing, ClusterAccess.OPEN)).isInstanceOf(IndexException.class)
                .hasMessageContaining("no index there; make one: qorpus index FOLDER");
    }
}
