package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/** Vectors of a published index by the texts that they were made of. */
record PublishedVectors(Cluster cluster, Published published) {

    /** Reads those of some texts into a map. */
    void find(ModelEntry model, Set<String> texts, Map<String, float[]> known) throws ClusterException {
        int space = published.manifest().models().indexOf(model);
        if (space < 0) {
            return;
        }
        Map<String, String> byHash = new HashMap<>();
        texts.stream().filter(text -> !known.containsKey(text))
                .forEach(text -> byHash.put(OpenSearchSchema.textHash(text), text));
        List<Map<String, Object>> wanted = new ArrayList<>(published.visible());
        wanted.add(Map.of("terms", Map.of(OpenSearchSchema.EMBEDDED, byHash.keySet())));
        List<String> fields = List.of(OpenSearchSchema.questionVectors(space), OpenSearchSchema.passageVectors(space));
        new Pages(cluster, published.index(), wanted, List.of(OpenSearchSchema.EMBEDDED, fields.get(0), fields.get(1)))
                .each(source -> put(source, fields, byHash, known));
    }

    private static void put(JsonNode source, List<String> fields, Map<String, String> byHash,
            Map<String, float[]> known) {
        String text = byHash.get(source.path(OpenSearchSchema.EMBEDDED).asString());
        for (String field : fields) {
            float[] vector = OpenSearchSchema.vector(source, field);
            if (text != null && vector.length > 0) {
                known.put(text, vector);
            }
        }
    }
}
