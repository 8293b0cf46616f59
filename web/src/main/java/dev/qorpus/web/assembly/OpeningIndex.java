package dev.qorpus.web.assembly;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;

/**
 * An index that is opened while the arguments of a command are read: each takes a tenth of a second. It is opened for
 * nothing if the arguments are wrong, and the process then ends.
 */
public final class OpeningIndex {

    private final IndexAddress address;
    private final FutureTask<Backend> opening;

    private OpeningIndex(IndexAddress address) {
        this.address = address;
        this.opening = new FutureTask<>(address::backend);
    }

    /** Starts to open an index on this machine; null if the address is one of a cluster. */
    public static @Nullable OpeningIndex start(IndexAddress address) {
        if (address.isOfCluster()) {
            return null;
        }
        OpeningIndex index = new OpeningIndex(address);
        Thread.ofPlatform().daemon().name("opening").start(index.opening);
        return index;
    }

    /**
     * The index at an address, which need not be the one that was thought.
     *
     * @throws IndexException if it cannot be read
     */
    Backend open(IndexAddress wanted) {
        if (!wanted.equals(address)) {
            return wanted.backend();
        }
        try {
            return opening.get();
        } catch (ExecutionException e) {
            // Again, to fail where the command is, with the same message.
            return wanted.backend();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException(address.address(), "was not opened, because the command was interrupted", e);
        }
    }
}
