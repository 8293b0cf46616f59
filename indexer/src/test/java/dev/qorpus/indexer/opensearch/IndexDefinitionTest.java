package dev.qorpus.indexer.opensearch;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.VectorForm;

import static org.assertj.core.api.Assertions.assertThat;

class IndexDefinitionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode mapping(String settings) {
        return JSON.valueToTree(IndexDefinition.of(ClusterAddress.of("opensearch:http://host/name" + settings),
                List.of(384, 512))).path("mappings");
    }

    @Test
    void floatVectorsHaveNoEncoder() {
        assertThat(method(mapping(""), "question_vectors", 0).path("parameters").has("encoder")).isFalse();
    }

    @Test
    void allVectorsOfAQuantisedIndexHaveOneEncoder() {
        JsonNode mapping = mapping("?vectors=7bit");
        for (String field : List.of("question_vectors", "passage_vectors")) {
            for (int space : new int[]{0, 1}) {
                JsonNode method = method(mapping, field, space);
                assertThat(method.path("engine").asString()).isEqualTo("lucene");
                assertThat(method.path("parameters").path("encoder").toString())
                        .contains("\"name\":\"sq\"", "\"bits\":7");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VectorForm.class)
    void aMappingTellsTheFormOfItsVectors(VectorForm form) {
        assertThat(IndexDefinition.vectors(mapping("?vectors=" + form.label()))).isEqualTo(form);
    }

    private static JsonNode method(JsonNode mapping, String field, int space) {
        return mapping.path("properties").path(field).path("properties").path("v" + space).path("method");
    }
}
