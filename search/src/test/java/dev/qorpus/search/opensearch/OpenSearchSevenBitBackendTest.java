package dev.qorpus.search.opensearch;

import java.util.Collection;

import org.junit.jupiter.api.Test;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.models.Models;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.lookup.DenseLookup;
import dev.qorpus.search.backend.lookup.Filter;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract again, with graphs that compare vectors of 7 bits. */
class OpenSearchSevenBitBackendTest extends OpenSearchGraphBackendTest {

    @Override
    String settings() {
        return "&vectors=7bit";
    }

    @Test
    void scoresAreThoseOfTheFullVectors() {
        // A reader knows the form from the index, not from its own address.
        ClusterAddress plain = ClusterAddress.of(address().text().replace(settings(), ""));
        float[] question = SeedFixture.MODELS.embedder(Models.DEFAULT).embedQuery("a fruit that keeps");
        try (OpenSearchBackend graphs = OpenSearchBackend.open(plain, ClusterAccess.OPEN, ExactLimits.NONE);
                OpenSearchBackend all = OpenSearchBackend.open(plain, ClusterAccess.OPEN)) {
            DenseLookup proposing = graphs.dense(Models.DEFAULT, question, Filter.NONE);
            Collection<EntryId> proposed = proposing.propose(10, Math::max);
            assertThat(proposed).hasSize(4);
            assertThat(proposing.matches(proposed))
                    .isEqualTo(all.dense(Models.DEFAULT, question, Filter.NONE).matches(proposed));
        }
    }
}
