package dev.qorpus.indexer.opensearch.client;

import dev.qorpus.indexer.schema.IndexException;

/** Something that a cluster does, or refuses. */
public interface ClusterAction<T> {

    T run() throws ClusterException;

    /**
     * Does it.
     *
     * @param address of the index that it is done for
     * @throws IndexException if the cluster refuses
     */
    static <T> T attempt(ClusterAddress address, ClusterAction<T> action) {
        try {
            return action.run();
        } catch (ClusterException e) {
            throw new IndexException(address.text(), e.getMessage(), e);
        }
    }
}
