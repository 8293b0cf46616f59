package dev.qorpus.indexer.lucene;

import java.io.IOException;

import org.apache.lucene.store.AlreadyClosedException;

import dev.qorpus.indexer.schema.IndexException;

/**
 * Calls Lucene, and reports a failure as a failure of the index.
 *
 * @param address the address of the index, for messages
 */
record LuceneCalls(String address) {

    /** A call that returns something. */
    interface Getting<T> {
        T get() throws IOException;
    }

    /** A call that only does something. */
    interface Running {
        void run() throws IOException;
    }

    <T> T get(Getting<T> call) {
        try {
            return call.get();
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexException(address, "cannot be read or written (" + e.getClass().getSimpleName()
                    + "); check free space and permissions. The published index is unchanged", e);
        }
    }

    void run(Running call) {
        get(() -> {
            call.run();
            return true;
        });
    }
}
