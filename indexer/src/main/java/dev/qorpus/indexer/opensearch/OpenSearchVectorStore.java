package dev.qorpus.indexer.opensearch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.BulkWriter;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;

/**
 * Vectors that are computed but not published yet, and who computes which: an index of its own, which is removed once
 * something is published.
 */
record OpenSearchVectorStore(Cluster cluster, ClusterAddress address) {

    private static final String VECTOR = "vector";

    /** A batch takes seconds. To take over what somebody still does costs time, but does no harm. */
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    /** Makes an index for small documents that are found by their ids, unless it is there. */
    static void create(Cluster cluster, ClusterAddress address, String index) throws ClusterException {
        if (isThere(cluster, index)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(IndexDefinition.copies(address.replicas()));
        settings.put("number_of_shards", 1);
        try {
            cluster.send("PUT", "/" + index, Map.of("settings", settings, "mappings",
                    Map.of("_meta", Published.meta(0, ""), "dynamic", false)));
        } catch (ClusterException e) {
            // Somebody else may have made it in between.
            if (!isThere(cluster, index)) {
                if (cluster.find("GET", "/" + index + "/_mapping", null).isPresent()) {
                    throw new IndexException(address.text(), "needs the name '" + index + "', which an index has that "
                            + "Qorpus did not make; name another with --index");
                }
                throw e;
            }
        }
    }

    private static boolean isThere(Cluster cluster, String index) throws ClusterException {
        return cluster.find("GET", "/" + index + "/_mapping", null)
                .filter(found -> !Published.ofQorpus(found.path(index)).isMissingNode()).isPresent();
    }

    /** Reads those of some texts into a map. */
    void find(ModelEntry model, Set<String> texts, Map<String, float[]> known) throws ClusterException {
        if (texts.isEmpty()) {
            return;
        }
        Map<String, String> byKey = new HashMap<>();
        texts.forEach(text -> byKey.put(key(model, text), text));
        // Where nothing is kept there is no index, which is said of each document.
        JsonNode found = cluster.send("POST", "/" + address.kept() + "/_mget", Map.of("ids", byKey.keySet()));
        for (JsonNode document : found.path("docs")) {
            String text = byKey.get(document.path("_id").asString());
            if (text != null && document.path("found").asBoolean(false)) {
                byte[] bytes = Base64.getDecoder().decode(document.path("_source").path(VECTOR).asString());
                float[] vector = new float[bytes.length / Float.BYTES];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
                known.put(text, vector);
            }
        }
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

    /**
     * Claims texts that nobody has claimed.
     *
     * @param seen when this process first met the claims of others; those that did not lead to a vector for long are
     *        its own to take
     * @return the texts that are this process's now
     */
    Set<String> claim(ModelEntry model, Set<String> texts, Map<String, Long> seen) throws ClusterException {
        List<String> asked = List.copyOf(texts);
        List<String> lines = new ArrayList<>();
        long now = System.nanoTime();
        for (String text : asked) {
            String key = "claim." + key(model, text);
            boolean abandoned = now - seen.getOrDefault(key, now) > ABANDONED_AFTER.toNanos();
            lines.add(Cluster.line(Map.of(abandoned ? "index" : "create", Map.of("_id", key))));
            lines.add("{}");
        }
        JsonNode items = cluster.sendLines("/" + address.kept() + "/_bulk", lines).path("items");
        Set<String> claimed = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String key = "claim." + key(model, asked.get(i));
            if (items.path(i).iterator().next().path("status").asInt() < 300) {
                claimed.add(asked.get(i));
                seen.remove(key);
            } else {
                seen.putIfAbsent(key, now);
            }
        }
        return claimed;
    }

    /** Whether there is such an index: it goes when something is published. */
    boolean isThere() throws ClusterException {
        return isThere(cluster, address.kept());
    }

    private static String key(ModelEntry model, String text) {
        return OpenSearchSchema.textHash(model.name() + ' ' + model.checksum() + ' ' + text);
    }

    /** Forgets all. */
    void clear() throws ClusterException {
        if (isThere()) {
            cluster.find("DELETE", "/" + address.kept(), null);
        }
    }
}
