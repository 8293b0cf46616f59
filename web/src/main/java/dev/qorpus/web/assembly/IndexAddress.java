package dev.qorpus.web.assembly;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.opensearch.EmbeddingWorker;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.opensearch.OpenSearchBackend;

/** The address of an index. Only this class knows which engine an address belongs to. */
public record IndexAddress(String address) {

    /** Made where an index is opened first, since the logging system takes 20 ms to start. */
    private static final class LuceneLog {

        /** A strong reference, because the logging system holds loggers weakly. */
        private static final Logger LOGGER = Logger.getLogger("org.apache.lucene.internal.vectorization");

        private LuceneLog() {}

        /** Silences the warning about the incubating vector module, which would cost 30 ms at each start to load. */
        static void silence() {
            LOGGER.setLevel(Level.SEVERE);
        }
    }

    public EntrySink sink(boolean rebuild) {
        LuceneLog.silence();
        return isOfCluster()
                ? OpenSearchSink.open(ClusterAddress.of(address), ClusterEnvironment.access(), rebuild)
                : LuceneSink.open(folder(), rebuild);
    }

    /** Embeds for the process that is writing this index, if there is one. */
    Optional<EmbeddingWorker> worker() {
        if (!isOfCluster()) {
            throw new IndexException(address, "is a folder, which one process writes; --together is for an index of a "
                    + "cluster: opensearch:http://HOST:9200/NAME");
        }
        return EmbeddingWorker.open(ClusterAddress.of(address), ClusterEnvironment.access());
    }

    /** Waits until no other process writes the index. */
    EntrySink sinkAfterOthers() {
        return OpenSearchSink.openAfterOthers(ClusterAddress.of(address), ClusterEnvironment.access());
    }

    public Backend backend() {
        LuceneLog.silence();
        return isOfCluster()
                ? OpenSearchBackend.open(ClusterAddress.of(address), ClusterEnvironment.access())
                : LuceneBackend.open(folder());
    }

    /** The folder of the index; empty if it is on a cluster. */
    public Optional<Path> localFolder() {
        return isOfCluster() ? Optional.empty() : Optional.of(folder());
    }

    boolean isOfCluster() {
        return address.startsWith(ClusterAddress.SCHEME);
    }

    /** The folder of the index, which may not exist yet. */
    Path nearestFolder() {
        Path folder = folder().toAbsolutePath();
        Path parent = folder.getParent();
        while (!Files.exists(folder) && parent != null) {
            folder = parent;
            parent = folder.getParent();
        }
        return folder;
    }

    private Path folder() {
        try {
            return Path.of(address);
        } catch (InvalidPathException e) {
            throw new IndexException(address, "not a folder's name; name a folder with --index", e);
        }
    }
}
