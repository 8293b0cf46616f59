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

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.opensearch.client.ErrorTranslation;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.ManifestJson;

/**
 * A published state, as the mapping's {@code _meta} has it.
 *
 * @param index the one behind the alias
 * @param run the number of the run that published it
 * @param manifest what it says of itself
 */
public record Published(String index, long run, IndexManifest manifest) {

    private static final String META = "qorpus";
    private static final Duration NOT_RED_WITHIN = Duration.ofSeconds(5);
    private static final Pattern NUMBER = Pattern.compile(".*\\.(\\d{1,9})");

    /**
     * What is published at an address; nothing if there is no such index.
     *
     * @throws IndexException if the index is of another kind, schema or maker
     */
    public static Optional<Published> read(Cluster cluster, ClusterAddress address) throws ClusterException {
        Optional<Behind> behind = Behind.of(cluster, address);
        if (behind.isPresent()) {
            refuseRed(cluster, behind.get().index);
        }
        return behind.map(found -> {
            JsonNode meta = found.meta();
            return new Published(found.index, meta.path("run").asLong(),
                    ManifestJson.read(address.text(), meta.path("manifest").asString("")));
        });
    }

    /** A copy of each shard has to be there; one that is just being elected is waited for. */
    private static void refuseRed(Cluster cluster, String index) throws ClusterException {
        Cluster.Patience patience = new Cluster.Patience(NOT_RED_WITHIN);
        while (cluster.send("GET", "/_cluster/health/" + index, null).path("status").asString("").equals("red")) {
            if (!patience.pause()) {
                throw new ClusterException(ErrorTranslation.NOT_WHOLE + " (it is red)", ClusterException.NO_ANSWER,
                        true, null);
            }
        }
    }

    /** The documents that count in this state. */
    public List<Map<String, Object>> visible() {
        return List.of(Map.of("range", Map.of(OpenSearchSchema.FROM, Map.of("lte", run))),
                Map.of("bool", Map.of("must_not",
                        Map.of("range", Map.of(OpenSearchSchema.UNTIL, Map.of("lte", run))))));
    }

    /** What a mapping says of a published state, or, without a manifest, of one that is not published yet. */
    static Map<String, Object> meta(long run, String manifest) {
        return Map.of(META, Map.of("run", run, "manifest", manifest));
    }

    /**
     * The index behind an alias, whatever it says of itself.
     *
     * @param index its name
     * @param meta what it says
     */
    record Behind(String index, JsonNode meta) {

        static Optional<Behind> of(Cluster cluster, ClusterAddress address) throws ClusterException {
            Optional<JsonNode> mappings = cluster.find("GET", "/" + address.index() + "/_mapping", null);
            if (mappings.isEmpty() || mappings.get().isEmpty()) {
                return Optional.empty();
            }
            String name = mappings.get().propertyNames().iterator().next();
            JsonNode meta = ofQorpus(mappings.get().path(name));
            if (meta.isMissingNode() || mappings.get().size() > 1) {
                throw new IndexException(address.text(), "'" + address.index() + "' is an index of the cluster that "
                        + "Qorpus did not make; name another with --index");
            }
            return Optional.of(new Behind(name, meta));
        }
    }

    /**
     * An index with the name of an address and a number.
     *
     * @param own whether Qorpus made it; others are not touched
     * @param published whether readers were ever told of it
     */
    record Numbered(int number, boolean own, boolean published) {

        /** All of them, in order. */
        static List<Numbered> all(Cluster cluster, ClusterAddress address) throws ClusterException {
            List<Numbered> all = new ArrayList<>();
            JsonNode mappings = cluster.find("GET", "/" + address.index() + ".*/_mapping", null).orElse(null);
            if (mappings != null) {
                for (Map.Entry<String, JsonNode> mapping : mappings.properties()) {
                    Matcher number = NUMBER.matcher(mapping.getKey());
                    if (number.matches()) {
                        JsonNode meta = ofQorpus(mapping.getValue());
                        all.add(new Numbered(Integer.parseInt(number.group(1)), !meta.isMissingNode(),
                                meta.path("run").asLong(0) > 0));
                    }
                }
            }
            all.sort(Comparator.comparingInt(Numbered::number));
            return all;
        }
    }

    /** What Qorpus says of an index in its mapping; missing if it did not make it. */
    static JsonNode ofQorpus(JsonNode mapping) {
        return mapping.path("mappings").path("_meta").path(META);
    }
}
