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
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;

/**
 * The unpublished vectors of an index, and which process computes which. All processes that embed for the index share
 * them, in an index of their own that is deleted when something is published.
 */
final class SharedVectors {

    private static final String VECTOR = "vector";

    /** A batch takes seconds. Taking over a claim too early costs time, but does no harm. */
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final String index;
    private final AuxiliaryIndex auxiliary;
    /** When this process first met a claim of another process, in nanoseconds, by the claim's key. */
    private final Map<String, Long> claimsOfOthers = new HashMap<>();

    SharedVectors(Cluster cluster, ClusterAddress address) {
        this.cluster = cluster;
        this.index = address.vectorsIndex();
        this.auxiliary = new AuxiliaryIndex(cluster, address, index);
    }

    void createIfAbsent() throws ClusterException {
        auxiliary.createIfAbsent();
    }

    /** Whether the index of the vectors exists. */
    boolean exist() throws ClusterException {
        return auxiliary.exists();
    }

    void delete() throws ClusterException {
        auxiliary.delete();
    }

    /** Adds the vectors of texts to a map, as far as they are stored. */
    void find(ModelEntry model, Set<String> texts, Map<String, TextVectors> vectors) throws ClusterException {
        if (texts.isEmpty()) {
            return;
        }
        Map<String, String> byKey = new HashMap<>();
        texts.forEach(text -> byKey.put(key(model, text), text));
        // Where the index does not exist, the answer says so for each document.
        JsonNode found = cluster.send("POST", "/" + index + "/_mget", Map.of("ids", byKey.keySet()));
        for (JsonNode document : found.path("docs")) {
            String text = byKey.get(document.path("_id").asString());
            if (text != null && document.path("found").asBoolean(false)) {
                byte[] bytes = Base64.getDecoder().decode(document.path("_source").path(VECTOR).asString());
                vectors.put(text, TextVectors.read(ByteBuffer.wrap(bytes)));
            }
        }
    }

    /** Stores vectors by their texts. The cluster has them when this returns. */
    void add(ModelEntry model, Map<String, TextVectors> vectors) throws ClusterException {
        BulkWriter bulk = new BulkWriter(cluster, index);
        for (Map.Entry<String, TextVectors> vector : vectors.entrySet()) {
            bulk.put(key(model, vector.getKey()),
                    Map.of(VECTOR, Base64.getEncoder().encodeToString(vector.getValue().toBytes())));
        }
        bulk.flush();
    }

    /**
     * Claims texts that no other process has claimed, and texts whose claim is so old that its process must be dead.
     *
     * @return the texts that this process has to embed
     */
    Set<String> claim(ModelEntry model, Set<String> texts) throws ClusterException {
        List<String> asked = List.copyOf(texts);
        List<String> lines = new ArrayList<>();
        long now = System.nanoTime();
        for (String text : asked) {
            String key = "claim." + key(model, text);
            boolean abandoned = now - claimsOfOthers.getOrDefault(key, now) > ABANDONED_AFTER.toNanos();
            lines.add(Cluster.line(Map.of(abandoned ? "index" : "create", Map.of("_id", key))));
            lines.add("{}");
        }
        JsonNode items = cluster.sendLines("/" + index + "/_bulk", lines).path("items");
        Set<String> claimed = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String key = "claim." + key(model, asked.get(i));
            if (items.path(i).iterator().next().path("status").asInt() < 300) {
                claimed.add(asked.get(i));
                claimsOfOthers.remove(key);
            } else {
                claimsOfOthers.putIfAbsent(key, now);
            }
        }
        return claimed;
    }

    private static String key(ModelEntry model, String text) {
        return OpenSearchSchema.textHash(model.name() + ' ' + model.checksum() + ' ' + model.tokens() + ' ' + text);
    }
}
