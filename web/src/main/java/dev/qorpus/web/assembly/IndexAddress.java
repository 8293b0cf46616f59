package dev.qorpus.web.assembly;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import dev.qorpus.indexer.lucene.LuceneSink;
import dev.qorpus.indexer.opensearch.EmbeddingWorker;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.search.backend.Backend;
import dev.qorpus.search.lucene.LuceneBackend;
import dev.qorpus.search.opensearch.OpenSearchBackend;

/** Where an index is: the one place that knows which engine an address means. */
public record IndexAddress(String address) {

    public EntrySink sink(boolean anew) {
        return isOfCluster()
                ? OpenSearchSink.open(ClusterAddress.of(address), ClusterEnvironment.access(), anew)
                : LuceneSink.open(folder(), anew);
    }

    /** Embeds for the process that writes this index now, if there is one. */
    Optional<EmbeddingWorker> worker() {
        if (!isOfCluster()) {
            throw new IndexException(address, "is a folder, which one process writes; --together is for an index of a "
                    + "cluster: opensearch:http://HOST:9200/NAME");
        }
        return EmbeddingWorker.open(ClusterAddress.of(address), ClusterEnvironment.access());
    }

    /** Waits until no other process writes. */
    EntrySink sinkAfterOthers() {
        return OpenSearchSink.openAfterOthers(ClusterAddress.of(address), ClusterEnvironment.access());
    }

    public Backend backend() {
        return isOfCluster()
                ? OpenSearchBackend.open(ClusterAddress.of(address), ClusterEnvironment.access())
                : LuceneBackend.open(folder());
    }

    private boolean isOfCluster() {
        return address.startsWith(ClusterAddress.SCHEME);
    }

    /** The folder of the index; where there is none yet, the one that it would be made in. */
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
