package dev.qorpus.indexer.opensearch.client;

import dev.qorpus.indexer.schema.IndexException;

/**
 * Calls a cluster, and reports its errors as errors of an index.
 *
 * @param address the address of the index, for messages
 */
public record ClusterCalls(ClusterAddress address) {

    /** A call that returns something. */
    public interface Getting<T> {
        T get() throws ClusterException;
    }

    /** A call that only does something. */
    public interface Running {
        void run() throws ClusterException;
    }

    /**
     * Makes a call and returns its result.
     *
     * @throws IndexException if the cluster cannot be reached or refuses
     */
    public <T> T get(Getting<T> call) {
        try {
            return call.get();
        } catch (ClusterException e) {
            throw new IndexException(address.text(), e.getMessage(), e);
        }
    }

    /**
     * Makes a call.
     *
     * @throws IndexException if the cluster cannot be reached or refuses
     */
    public void run(Running call) {
        get(() -> {
            call.run();
            return true;
        });
    }
}
