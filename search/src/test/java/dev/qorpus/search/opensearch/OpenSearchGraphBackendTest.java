package dev.qorpus.search.opensearch;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.backend.lookup.Filter;
import dev.qorpus.search.backend.lookup.LexicalLookup;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract again, with graphs that propose entries and ranks among those found, as a large index has them. */
class OpenSearchGraphBackendTest extends OpenSearchBackendTest {

    @Override
    protected Backend open(Path home) {
        return OpenSearchBackend.open(address(), ClusterAccess.OPEN, ExactLimits.NONE);
    }

    @Test
    void ranksAreCountedAmongThoseFound() {
        try (OpenSearchBackend all = OpenSearchBackend.open(address(), ClusterAccess.OPEN);
                OpenSearchBackend found = OpenSearchBackend.open(address(), ClusterAccess.OPEN, ExactLimits.NONE)) {
            LexicalLookup exact = all.lexical("fruit on trees", Filter.NONE);
            LexicalLookup counted = found.lexical("fruit on trees", Filter.NONE);
            assertThat(counted.top(1)).isEqualTo(exact.top(1));
            assertThat(counted.total()).isEqualTo(exact.total()).isGreaterThan(2);
            assertThat(exact.countAbove(List.of(0.0))).containsExactly(exact.total());
            assertThat(counted.countAbove(List.of(0.0))).containsExactly(1);
            // What is found of them later counts as well.
            counted.top(2);
            assertThat(counted.countAbove(List.of(0.0))).containsExactly(2);
        }
    }
}
