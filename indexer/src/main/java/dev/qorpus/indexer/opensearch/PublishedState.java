package dev.qorpus.indexer.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.Backoff;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.opensearch.client.ErrorTranslation;
import dev.qorpus.indexer.opensearch.client.VectorForm;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.ManifestJson;

/**
 * A published state of an index. It is stored in {@code _meta} of the mapping.
 *
 * @param index the index behind the alias
 * @param run the number of the run that published the state
 * @param manifest the manifest
 * @param vectors the form in which the graphs compare vectors
 */
public record PublishedState(String index, long run, IndexManifest manifest, VectorForm vectors) {

    private static final String META = "qorpus";
    private static final Duration RED_LIMIT = Duration.ofSeconds(5);
    private static final Pattern NUMBER = Pattern.compile(".*\\.(\\d{1,9})");

    /**
     * Reads the published state of an index.
     *
     * @return the state; empty if the index does not exist
     * @throws IndexException if Qorpus did not make the index, or if it has another schema version
     */
    public static Optional<PublishedState> read(Cluster cluster, ClusterAddress address) throws ClusterException {
        Optional<AliasTarget> target = AliasTarget.of(cluster, address);
        if (target.isPresent()) {
            requireAllShards(cluster, target.get().index);
        }
        return target.map(found -> {
            JsonNode meta = found.meta();
            return new PublishedState(found.index, meta.path("run").asLong(),
                    ManifestJson.read(address.text(), meta.path("manifest").asString("")), found.vectors);
        });
    }

    /** Requires a copy of each shard. Waits a few seconds for an election. */
    private static void requireAllShards(Cluster cluster, String index) throws ClusterException {
        Backoff backoff = new Backoff(RED_LIMIT);
        while (cluster.send("GET", "/_cluster/health/" + index, null).path("status").asString("").equals("red")) {
            if (!backoff.pause()) {
                throw new ClusterException(ErrorTranslation.MISSING_SHARDS + " (it is red)", ClusterException.NO_ANSWER,
                        true, null);
            }
        }
    }

    /** The filters that match the documents of this state. */
    public List<Map<String, Object>> visibleDocuments() {
        return List.of(Map.of("range", Map.of(OpenSearchSchema.FIRST_RUN, Map.of("lte", run))),
                Map.of("bool", Map.of("must_not",
                        Map.of("range", Map.of(OpenSearchSchema.END_RUN, Map.of("lte", run))))));
    }

    /** The metadata of a mapping for a published state, or, without a manifest, for an unpublished index. */
    static Map<String, Object> meta(long run, String manifest) {
        return Map.of(META, Map.of("run", run, "manifest", manifest));
    }

    /**
     * The index behind an alias, which this version may not be able to read.
     *
     * @param index the name of the index
     * @param meta the metadata of its mapping
     * @param vectors the form of its vectors
     */
    record AliasTarget(String index, JsonNode meta, VectorForm vectors) {

        static Optional<AliasTarget> of(Cluster cluster, ClusterAddress address) throws ClusterException {
            Optional<JsonNode> mappings = cluster.find("GET", "/" + address.index() + "/_mapping", null);
            if (mappings.isEmpty() || mappings.get().isEmpty()) {
                return Optional.empty();
            }
            String name = mappings.get().propertyNames().iterator().next();
            JsonNode meta = metadata(mappings.get().path(name));
            if (meta.isMissingNode() || mappings.get().size() > 1) {
                throw new IndexException(address.text(), "'" + address.index() + "' is an index of the cluster that "
                        + "Qorpus did not make; name another with --index");
            }
            return Optional.of(
                    new AliasTarget(name, meta, IndexDefinition.vectors(mappings.get().path(name).path("mappings"))));
        }
    }

    /**
     * An index whose name is the name of an address with a number.
     *
     * @param own whether Qorpus made the index; other indexes are never changed
     * @param published whether the index was ever published
     */
    record NumberedIndex(int number, boolean own, boolean published) {

        /** All indexes of an address, in the order of their numbers. */
        static List<NumberedIndex> all(Cluster cluster, ClusterAddress address) throws ClusterException {
            List<NumberedIndex> all = new ArrayList<>();
            JsonNode mappings = cluster.find("GET", "/" + address.index() + ".*/_mapping", null).orElse(null);
            if (mappings != null) {
                for (Map.Entry<String, JsonNode> mapping : mappings.properties()) {
                    Matcher number = NUMBER.matcher(mapping.getKey());
                    if (number.matches()) {
                        JsonNode meta = metadata(mapping.getValue());
                        all.add(new NumberedIndex(Integer.parseInt(number.group(1)), !meta.isMissingNode(),
                                meta.path("run").asLong(0) > 0));
                    }
                }
            }
            all.sort(Comparator.comparingInt(NumberedIndex::number));
            return all;
        }
    }

    /** The metadata that Qorpus writes into a mapping; missing if Qorpus did not make the index. */
    static JsonNode metadata(JsonNode mapping) {
        return mapping.path("mappings").path("_meta").path(META);
    }
}
