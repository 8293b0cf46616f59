package dev.qorpus.indexer.opensearch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/** Vectors that are computed but not published yet: an index of its own, which is removed once something is published. */
record KeptVectors(Cluster cluster, ClusterAddress address) {

    private static final String VECTOR = "vector";

    /** Makes an index for small documents that are found by their ids. */
    static void create(Cluster cluster, String index, String replicas) throws ClusterException {
        Map<String, Object> settings = new HashMap<>(IndexDefinition.copies(replicas));
        settings.put("number_of_shards", 1);
        try {
            cluster.send("PUT", "/" + index, Map.of("settings", settings, "mappings", Map.of("dynamic", false)));
        } catch (ClusterException e) {
            // Somebody else may have made it.
            if (cluster.find("GET", "/" + index + "/_mapping", null).isEmpty()) {
                throw e;
            }
        }
    }

    /** Reads those of some texts into a map. */
    boolean find(ModelEntry model, Set<String> texts, Map<String, float[]> known) throws ClusterException {
        Map<String, String> byKey = new HashMap<>();
        texts.forEach(text -> byKey.put(key(model, text), text));
        JsonNode found = cluster.find("POST", "/" + address.kept() + "/_mget", Map.of("ids", byKey.keySet()))
                .orElse(null);
        if (found == null) {
            return false;
        }
        for (JsonNode document : found.path("docs")) {
            String text = byKey.get(document.path("_id").asString());
            if (text != null && document.path("found").asBoolean(false)) {
                byte[] bytes = Base64.getDecoder().decode(document.path("_source").path(VECTOR).asString());
                float[] vector = new float[bytes.length / Float.BYTES];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
                known.put(text, vector);
            }
        }
        return true;
    }

    /** Adds vectors by their texts; the cluster has them when this returns. */
    void add(ModelEntry model, Map<String, float[]> vectors) throws ClusterException {
        BulkWriter bulk = new BulkWriter(cluster, address.kept());
        List<String> texts = new ArrayList<>(vectors.keySet());
        for (String text : texts) {
            float[] vector = vectors.getOrDefault(text, new float[0]);
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            bytes.asFloatBuffer().put(vector);
            bulk.put(key(model, text), Map.of(VECTOR, Base64.getEncoder().encodeToString(bytes.array())));
        }
        bulk.flush();
    }

    private static String key(ModelEntry model, String text) {
        return OpenSearchSchema.textHash(model.name() + ' ' + model.checksum() + ' ' + text);
    }

    /** Forgets all. */
    void clear() throws ClusterException {
        cluster.find("DELETE", "/" + address.kept(), null);
    }
}
