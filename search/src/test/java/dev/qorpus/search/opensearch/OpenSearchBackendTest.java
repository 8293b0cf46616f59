package dev.qorpus.search.opensearch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.models.Models;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.BackendContract;

import static org.assertj.core.api.Assertions.assertThat;
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

    @Test
    void candidatesAreAskedForOnce() {
        List<EntryId> ids = List.of(new EntryId("fruit.md#q1-what-is-an-apple"),
                new EntryId("fruit.md#q3-what-is-a-quince"), new EntryId("nope"));
        Backend asked = open(Path.of(""));
        Map<EntryId, Long> answers = asked.answers(ids);
        Map<EntryId, List<byte[]>> tokens = asked.tokens(Models.DEFAULT, ids);
        // From here on, requests fail.
        asked.close();

        assertThat(asked.answers(ids)).isEqualTo(answers).containsOnlyKeys(ids.getFirst());
        assertThat(asked.tokens(Models.DEFAULT, ids)).isEqualTo(tokens).containsOnlyKeys(ids.get(0), ids.get(1));
        assertThatThrownBy(() -> asked.entries(ids)).isInstanceOf(RuntimeException.class);
    }
}
