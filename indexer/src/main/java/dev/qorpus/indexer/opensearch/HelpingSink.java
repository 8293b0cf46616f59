package dev.qorpus.indexer.opensearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAction;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntrySink;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.IndexedEntry;

/**
 * Embeds a part of what another process indexes: claims texts, and keeps their vectors where that one finds them.
 * Writes no entry.
 */
public final class HelpingSink implements EntrySink {

    private final Cluster cluster;
    private final ClusterAddress address;
    private final OpenSearchVectorStore kept;
    private final @Nullable Published published;
    private final Map<String, Long> claimsOfOthers = new HashMap<>();

    private HelpingSink(Cluster cluster, ClusterAddress address, @Nullable Published published) {
        this.cluster = cluster;
        this.address = address;
        this.kept = new OpenSearchVectorStore(cluster, address);
        this.published = published;
    }

    /** A helper of the process that writes an index now; nothing if none does. */
    public static Optional<HelpingSink> open(ClusterAddress address, ClusterAccess access) {
        try {
            Cluster cluster = Cluster.of(address, access);
            try {
                if (WriteLock.isHeld(cluster, address)) {
                    return Optional.of(
                            new HelpingSink(cluster, address, Published.read(cluster, address).orElse(null)));
                }
                cluster.close();
                return Optional.empty();
            } catch (ClusterException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (ClusterException e) {
            throw new IndexException(address.text(), e.getMessage(), e);
        }
    }

    @Override
    public String address() {
        return address.text();
    }

    @Override
    public Optional<IndexManifest> manifest() {
        return Optional.ofNullable(published).map(Published::manifest);
    }

    @Override
    public List<FileRecord> files() {
        return published == null ? List.of() : attempt(() -> new PublishedFileRecords(cluster, published).all());
    }

    @Override
    public Map<String, float[]> vectors(ModelEntry model, Set<String> texts) {
        return attempt(() -> {
            Map<String, float[]> known = new HashMap<>();
            kept.find(model, texts, known);
            if (known.size() < texts.size()) {
                // The writer may be done meanwhile.
                Published now = Published.read(cluster, address).orElse(null);
                if (now != null) {
                    new PublishedVectors(cluster, now).find(model, texts, known);
                }
            }
            return known;
        });
    }

    @Override
    public Set<String> claim(ModelEntry model, Set<String> texts, boolean more) {
        return attempt(() -> {
            if (kept.isThere()) {
                return kept.claim(model, texts, claimsOfOthers);
            }
            // Not begun yet, or done; if the writer is gone, nobody will do it.
            return WriteLock.isHeld(cluster, address) ? Set.<String>of() : texts;
        });
    }

    @Override
    public boolean isHelper() {
        return true;
    }

    @Override
    public void keep(ModelEntry model, Map<String, float[]> vectors) {
        attempt(() -> {
            if (kept.isThere()) {
                kept.add(model, vectors);
            }
            return true;
        });
    }

    @Override
    public void put(IndexedEntry entry) {}

    @Override
    public void remove(EntryId id) {}

    @Override
    public void putFile(FileRecord file) {}

    @Override
    public void removeFile(String file) {}

    @Override
    public void clear() {}

    @Override
    public void publish(IndexManifest manifest) {}

    @Override
    public void close() {
        cluster.close();
    }

    private <T> T attempt(ClusterAction<T> action) {
        return ClusterAction.attempt(address, action);
    }
}
