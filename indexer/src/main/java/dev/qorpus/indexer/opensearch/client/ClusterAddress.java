package dev.qorpus.indexer.opensearch.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.qorpus.indexer.schema.IndexException;

/**
 * The address of an index on a cluster: {@code opensearch:http://host:9200,other:9200/name?shards=3}.
 *
 * @param text the address as given
 * @param nodes the nodes of the cluster, which are tried in order; at least one
 * @param index the name of the index
 * @param shards the number of shards of a new index
 * @param replicas the replicas of a new index, as a number or a range
 * @param vectors the form in which the graphs of a new index compare vectors
 */
public record ClusterAddress(String text, List<URI> nodes, String index, int shards, String replicas,
        VectorForm vectors) {

    /** The scheme of such an address. */
    public static final String SCHEME = "opensearch:";

    private static final Pattern FORM = Pattern
            .compile("opensearch:(https?)://([^/?,@]+(?:,[^/?,@]+)*)/([a-z0-9][a-z0-9_-]{0,99})(?:\\?(.*))?");
    private static final Pattern REPLICAS = Pattern.compile("\\d+|\\d+-(?:\\d+|all)");
    private static final int MOST_SHARDS = 1024;
    private static final String SHARDS = "shards";
    private static final String COPIES = "replicas";
    private static final String VECTORS = "vectors";

    /**
     * Parses an address.
     *
     * @throws IndexException if the address is malformed
     */
    public static ClusterAddress of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IndexException(text,
                    "is not the address of an index on a cluster; write opensearch:http://HOST:9200/NAME, "
                            + "with a NAME of lower-case letters, digits, '-' and '_'");
        }
        List<URI> nodes = new ArrayList<>();
        for (String node : form.group(2).split(",", -1)) {
            nodes.add(node(text, form.group(1) + "://" + node));
        }
        Map<String, String> settings = settings(text, form.group(4) == null ? "" : form.group(4));
        return new ClusterAddress(text, List.copyOf(nodes), form.group(3), shards(text, settings),
                settings.getOrDefault(COPIES, "0-1"), vectors(text, settings));
    }

    private static URI node(String text, String node) {
        try {
            URI uri = new URI(node);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IndexException(text, "'" + node + "' is not a node; write HOST:PORT", e);
        }
        throw new IndexException(text, "'" + node + "' is not a node; write HOST:PORT");
    }

    private static Map<String, String> settings(String text, String query) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = setting.indexOf('=');
            String name = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            boolean known = name.equals(SHARDS) || name.equals(VECTORS)
                    || (name.equals(COPIES) && REPLICAS.matcher(value).matches());
            if (!known) {
                throw new IndexException(text, "has '" + setting
                        + "'; the settings are shards=3, replicas=1 or replicas=0-1, and vectors=7bit");
            }
            settings.put(name, value);
        }
        return settings;
    }

    private static int shards(String text, Map<String, String> settings) {
        String wanted = settings.getOrDefault(SHARDS, "1");
        int shards = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
        if (shards < 1 || shards > MOST_SHARDS) {
            throw new IndexException(text, "has shards=" + wanted + "; use 1 to " + MOST_SHARDS);
        }
        return shards;
    }

    private static VectorForm vectors(String text, Map<String, String> settings) {
        String wanted = settings.getOrDefault(VECTORS, VectorForm.FLOAT32.label());
        return VectorForm.of(wanted).orElseThrow(
                () -> new IndexException(text, "has vectors=" + wanted + "; use " + VectorForm.labels()));
    }

    /** The name of the n-th index behind the alias. */
    public String numberedIndex(int n) {
        return index + "." + n;
    }

    /** The name of the index with the lock. */
    public String lockIndex() {
        return index + ".work";
    }

    /** The name of the index with the unpublished vectors. */
    public String vectorsIndex() {
        return index + ".kept";
    }

    @Override
    public String toString() {
        return text;
    }
}
