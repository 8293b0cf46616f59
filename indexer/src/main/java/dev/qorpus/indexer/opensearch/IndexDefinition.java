package dev.qorpus.indexer.opensearch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.VectorForm;
import dev.qorpus.indexer.schema.RankingConstants;

/** The settings and the mapping of an index. */
final class IndexDefinition {

    /** The analyzer of {@link OpenSearchSchema#TEXT}, whose terms were made before. */
    private static final String ANALYZER = "terms";
    /** The analyzer of {@link OpenSearchSchema#QUESTION}: lower case, without accents, with all words. */
    private static final String TYPED = "typed";

    /** The longest regular expression. The last word of a question may be long, and its pattern with a typo is longer. */
    private static final int LONGEST_PATTERN = 10_000;

    /** The parameter of a graph that only quantised vectors have. */
    private static final String ENCODER = "encoder";
    /** The plugin from Maven Central has no other number of bits: 4 is refused, and a search with 1 ends the node. */
    private static final int BITS = 7;

    /** The longest word with all its forms. */
    private static final int LONGEST_WORD = 8_191;

    private IndexDefinition() {}

    /**
     * Defines a new index.
     *
     * @param address has the numbers of shards and replicas, and the form of the vectors
     * @param dimensions the dimensions of the vector spaces, in the order of the manifest
     */
    static Map<String, Object> of(ClusterAddress address, List<Integer> dimensions) {
        Map<String, Object> settings = new TreeMap<>(Map.of("knn", true, "number_of_shards", address.shards(),
                // Only publishing makes documents visible.
                "refresh_interval", -1, "max_regex_length", LONGEST_PATTERN, "similarity", similarities(),
                "analysis", analysis()));
        settings.putAll(replicas(address.replicas()));
        return Map.of("settings", settings, "mappings", mapping(dimensions, address.vectors()));
    }

    /** The setting of replicas: a number, or a range that depends on the number of nodes. */
    static Map<String, Object> replicas(String replicas) {
        return replicas.contains("-")
                ? Map.of("auto_expand_replicas", replicas)
                : Map.of("number_of_replicas", Integer.parseInt(replicas));
    }

    private static Map<String, Object> similarities() {
        String length = " * Math.sqrt(doc.freq) / Math.sqrt(doc.length)";
        return Map.of("default", Map.of("type", "BM25", "k1", RankingConstants.BM25_K1, "b", RankingConstants.BM25_B),
                // Lucene's ClassicSimilarity without and with idf.
                "counts", scripted("return query.boost" + length), "tfidf", scripted("double idf = "
                        + "Math.log((field.docCount + 1.0) / (term.docFreq + 1.0)) + 1.0; return query.boost * idf"
                        + length));
    }

    private static Map<String, Object> scripted(String source) {
        return Map.of("type", "scripted", "script", Map.of("source", source));
    }

    private static Map<String, Object> analysis() {
        return Map.of("tokenizer", Map.of("blanks", Map.of("type", "whitespace", "max_token_length", LONGEST_WORD)),
                "filter", Map.of("forms", Map.of("type", "pattern_capture", "preserve_original", false, "patterns",
                        List.of("([^" + OpenSearchSchema.ALTERNATIVE + "]+)"))),
                "analyzer",
                Map.of(ANALYZER, Map.of("type", "custom", "tokenizer", "blanks", "filter", List.of("forms")),
                        TYPED, Map.of("type", "custom", "tokenizer", "standard", "filter",
                                List.of("lowercase", "asciifolding"))));
    }

    private static Map<String, Object> mapping(List<Integer> dimensions, VectorForm form) {
        Map<String, Object> questions = new TreeMap<>();
        Map<String, Object> passages = new TreeMap<>();
        for (int space = 0; space < dimensions.size(); space++) {
            questions.put("v" + space, vectors(dimensions.get(space), form));
            passages.put("v" + space, vectors(dimensions.get(space), form));
        }
        Map<String, Object> fields = new TreeMap<>();
        for (String name : List.of(OpenSearchSchema.KIND, OpenSearchSchema.ID, OpenSearchSchema.FILTERS,
                OpenSearchSchema.TEXT_HASH)) {
            fields.put(name, Map.of("type", "keyword"));
        }
        for (String name : List.of(OpenSearchSchema.ORDINAL, OpenSearchSchema.LINE, OpenSearchSchema.QUESTION_LENGTH)) {
            fields.put(name, Map.of("type", "integer"));
        }
        for (String name : List.of(OpenSearchSchema.FIRST_RUN, OpenSearchSchema.END_RUN,
                OpenSearchSchema.ANSWER_HASH)) {
            fields.put(name, Map.of("type", "long"));
        }
        fields.put(OpenSearchSchema.TEXT, text());
        fields.put(OpenSearchSchema.WRITTEN, Map.of("type", "text", "analyzer", ANALYZER));
        fields.put(OpenSearchSchema.WORDS,
                Map.of("type", "text", "analyzer", "standard", "norms", false, "index_options", "docs"));
        fields.put(OpenSearchSchema.QUESTION, Map.of("type", "text", "analyzer", TYPED, "norms", false,
                "index_options", "docs"));
        fields.put(OpenSearchSchema.STORED, Map.of("type", "object", "enabled", false));
        fields.put("question_vectors", Map.of("properties", questions));
        fields.put("passage_vectors", Map.of("properties", passages));
        // Read from the source, never searched.
        fields.put("token_vectors", Map.of("type", "object", "enabled", false));
        return Map.of("_meta", PublishedState.meta(0, ""), "dynamic", "strict", "properties", fields);
    }

    private static Map<String, Object> text() {
        return Map.of("type", "text", "analyzer", ANALYZER, "fields", Map.of(
                "counts",
                Map.of("type", "text", "analyzer", ANALYZER, "similarity", "counts", "index_options", "freqs"),
                "tfidf",
                Map.of("type", "text", "analyzer", ANALYZER, "similarity", "tfidf", "index_options", "freqs")));
    }

    /** The inner product, because the cosine refuses zero vectors, which texts without known words have. */
    private static Map<String, Object> vectors(int dimension, VectorForm form) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("m", 16, "ef_construction", 100));
        if (form == VectorForm.SEVEN_BITS) {
            parameters.put(ENCODER, Map.of("name", "sq", "parameters", Map.of("bits", BITS)));
        }
        return Map.of("type", "knn_vector", "dimension", dimension, "method", Map.of("name", "hnsw", "engine", "lucene",
                "space_type", "innerproduct", "parameters", parameters));
    }

    /** The form of the vectors in an index with such a mapping. */
    static VectorForm vectors(JsonNode mapping) {
        return mapping.path("properties").path("question_vectors").path("properties").path("v0").path("method")
                .path("parameters").has(ENCODER) ? VectorForm.SEVEN_BITS : VectorForm.FLOAT32;
    }
}
