package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.Published.Numbered;
import dev.qorpus.indexer.opensearch.client.BulkWriter;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.ManifestJson;

/** What one run writes: documents that count from it on, and the end of those that they replace. */
final class Run {

    /** Ids asked for at a time. */
    private static final int MANY = 500;

    private final Cluster cluster;
    private final String index;
    private final long number;
    private final @Nullable Published before;
    private final BulkWriter bulk;
    /** Entries of which earlier documents end. */
    private final Set<String> entries = new HashSet<>();
    /** Files of which earlier records end. */
    private final Set<String> files = new HashSet<>();

    private Run(Cluster cluster, String index, long number, @Nullable Published before) {
        this.cluster = cluster;
        this.index = index;
        this.number = number;
        this.before = before;
        this.bulk = new BulkWriter(cluster, index);
    }

    /** A run that changes what is published. */
    static Run after(Cluster cluster, Published before) {
        return new Run(cluster, before.index(), before.run() + 1, before);
    }

    /** A run that makes an index anew, with the vector spaces that its first entry has. */
    static Run anew(Cluster cluster, ClusterAddress address, IndexedEntry first) throws ClusterException {
        List<Numbered> others = Numbered.all(cluster, address);
        String index = address.numbered(others.isEmpty() ? 1 : others.getLast().number() + 1);
        List<Integer> dimensions = first.vectors().values().stream().map(EntryVectors::question)
                .map(vector -> vector.length).toList();
        cluster.send("PUT", "/" + index, IndexDefinition.of(address, dimensions));
        return new Run(cluster, index, 1, null);
    }

    String index() {
        return index;
    }

    boolean put(IndexedEntry entry) throws ClusterException {
        for (Map.Entry<String, Object> document : OpenSearchSchema.documents(entry, number).entrySet()) {
            bulk.put(document.getKey(), document.getValue());
        }
        return end(entry.entry().id());
    }

    boolean put(FileRecord file) throws ClusterException {
        bulk.put(OpenSearchSchema.documentId(OpenSearchSchema.FILE_RECORD, file.file(), number),
                OpenSearchSchema.document(file, number));
        return endFile(file.file());
    }

    /** Ends what is published of an entry. */
    boolean end(EntryId id) {
        return before != null && entries.add(id.value());
    }

    /** Ends what is published of a file's record. */
    boolean endFile(String file) {
        return before != null && files.add(file);
    }

    /** Has the cluster take everything, and makes it findable for who knows this run's number. */
    void complete() throws ClusterException {
        if (before != null) {
            end(before, entries, List.of(OpenSearchSchema.ENTRY, OpenSearchSchema.PASSAGE));
            end(before, files, List.of(OpenSearchSchema.FILE_RECORD));
        }
        bulk.flush();
        JsonNode refreshed = cluster.send("POST", "/" + index + "/_refresh", null);
        if (refreshed.path("_shards").path("failed").asInt(1) > 0) {
            throw new ClusterException("not all shards could be refreshed; nothing is published. Index again", null);
        }
    }

    private void end(Published earlier, Set<String> ended, List<String> kinds) throws ClusterException {
        List<String> ids = new ArrayList<>(ended);
        for (int from = 0; from < ids.size(); from += MANY) {
            List<Map<String, Object>> wanted = new ArrayList<>(earlier.visible());
            wanted.add(Map.of("terms", Map.of(OpenSearchSchema.KIND, kinds)));
            wanted.add(Map.of("terms",
                    Map.of(OpenSearchSchema.ID, ids.subList(from, Math.min(ids.size(), from + MANY)))));
            for (String document : new Pages(cluster, index, wanted, List.of()).ids()) {
                bulk.change(document, Map.of(OpenSearchSchema.UNTIL, number));
            }
        }
    }

    /** Tells readers, by one change of the cluster's state. */
    void publish(ClusterAddress address, IndexManifest manifest) throws ClusterException {
        cluster.send("PUT", "/" + index + "/_mapping",
                Map.of("_meta", Published.meta(number, ManifestJson.of(manifest))));
        if (before == null) {
            cluster.send("POST", "/_aliases", Map.of("actions", List.of(
                    Map.of("remove", Map.of("index", address.index() + ".*", "alias", address.index(), "must_exist",
                            false)),
                    Map.of("add", Map.of("index", index, "alias", address.index())))));
        }
    }
}
