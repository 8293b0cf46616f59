package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

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
    private static final Pattern NUMBER = Pattern.compile(".*\\.(\\d{1,9})");

    /**
     * What is published at an address; nothing if there is no such index.
     *
     * @throws IndexException if the index is of another kind, schema or maker
     */
    public static Optional<Published> read(Cluster cluster, ClusterAddress address) throws ClusterException {
        Optional<Behind> behind = Behind.of(cluster, address);
        return behind.map(found -> {
            JsonNode meta = found.meta();
            return new Published(found.index, meta.path("run").asLong(),
                    ManifestJson.read(address.text(), meta.path("manifest").asString("")));
        });
    }

    /** The documents that count in this state. */
    public List<Map<String, Object>> visible() {
        return List.of(Map.of("range", Map.of(OpenSearchSchema.FROM, Map.of("lte", run))),
                Map.of("bool", Map.of("must_not",
                        Map.of("range", Map.of(OpenSearchSchema.UNTIL, Map.of("lte", run))))));
    }

    /** What a mapping says of a published state, or, without a manifest, of one that is not published yet. */
    static Map<String, Object> meta(long run, String manifest) {
        return Map.of("_meta", Map.of(META, Map.of("run", run, "manifest", manifest)));
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
            JsonNode meta = mappings.get().path(name).path("mappings").path("_meta").path(META);
            if (meta.isMissingNode() || mappings.get().size() > 1) {
                throw new IndexException(address.text(), "'" + address.index() + "' is an index of the cluster that "
                        + "Qorpus did not make; name another with --index");
            }
            return Optional.of(new Behind(name, meta));
        }
    }

    /** The numbers of all indexes that were made for an address, published or not, in order. */
    static List<Integer> numbers(Cluster cluster, ClusterAddress address) throws ClusterException {
        List<Integer> numbers = new ArrayList<>();
        Optional<JsonNode> all = cluster.find("GET", "/" + address.index() + ".*/_mapping", null);
        if (all.isPresent()) {
            for (String name : all.get().propertyNames()) {
                Matcher number = NUMBER.matcher(name);
                if (number.matches()) {
                    numbers.add(Integer.parseInt(number.group(1)));
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }
}
