package dev.qorpus.indexer.opensearch;

import java.util.HashMap;
import java.util.Map;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.IndexException;

/**
 * A small index beside the one that is searched. Its documents are found by their ids.
 *
 * @param address the address of the index that is searched
 * @param name the name of this index
 */
record AuxiliaryIndex(Cluster cluster, ClusterAddress address, String name) {

    /**
     * Creates the index, unless it exists.
     *
     * @throws IndexException if Qorpus did not make the index of that name
     */
    void createIfAbsent() throws ClusterException {
        if (exists()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(IndexDefinition.replicas(address.replicas()));
        settings.put("number_of_shards", 1);
        try {
            cluster.send("PUT", "/" + name, Map.of("settings", settings, "mappings",
                    Map.of("_meta", PublishedState.meta(0, ""), "dynamic", false)));
        } catch (ClusterException e) {
            // Another process may have created it in between.
            if (!exists()) {
                if (cluster.find("GET", "/" + name + "/_mapping", null).isPresent()) {
                    throw new IndexException(address.text(),
                            "needs the name '" + name + "', but Qorpus did not make the "
                                    + "index of that name; name another with --index");
                }
                throw e;
            }
        }
    }

    boolean exists() throws ClusterException {
        return cluster.find("GET", "/" + name + "/_mapping", null)
                .filter(found -> !PublishedState.metadata(found.path(name)).isMissingNode()).isPresent();
    }

    void delete() throws ClusterException {
        if (exists()) {
            cluster.find("DELETE", "/" + name, null);
        }
    }
}
