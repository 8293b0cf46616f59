package dev.qorpus.indexer.opensearch.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.indexer.schema.IndexException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterAddressTest {

    @Test
    void nodesAndSettingsAreRead() {
        ClusterAddress address = ClusterAddress
                .of("opensearch:https://a:9200,b.example/my-notes?shards=3&replicas=1&vectors=7bit");
        assertThat(address.nodes()).containsExactly(URI.create("https://a:9200"), URI.create("https://b.example"));
        assertThat(address.index()).isEqualTo("my-notes");
        assertThat(address.shards()).isEqualTo(3);
        assertThat(address.replicas()).isEqualTo("1");
        assertThat(address.vectors()).isEqualTo(VectorForm.SEVEN_BITS);
    }

    @Test
    void vectorsAreFloatUnlessTheAddressSaysOtherwise() {
        assertThat(ClusterAddress.of("opensearch:http://host/name").vectors()).isEqualTo(VectorForm.FLOAT32);
        assertThat(ClusterAddress.of("opensearch:http://host/name?vectors=float32").vectors())
                .isEqualTo(VectorForm.FLOAT32);
    }

    @Test
    void anUnknownFormOfVectorsIsRefusedWithThoseAllowed() {
        assertThatThrownBy(() -> ClusterAddress.of("opensearch:http://host/name?vectors=1bit"))
                .isInstanceOf(IndexException.class).hasMessageContaining("has vectors=1bit; use float32 or 7bit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensearch:http://host:9200", "opensearch:http://host:9200/", "opensearch:host/name",
            "opensearch:http://host/Name", "opensearch:http://host/.name", "opensearch:http://user:secret@host/name",
            "opensearch:http://host/name?shards=0", "opensearch:http://host/name?shard=1",
            "opensearch:http://host/name?replicas=many", "opensearch:http://a b/name"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> ClusterAddress.of(text)).isInstanceOf(IndexException.class);
    }
}
