package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.corpus.entry.EntryId;
import dev.qorpus.indexer.opensearch.PublishedState.NumberedIndex;
import dev.qorpus.indexer.opensearch.client.BulkWriter;
import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.EntryVectors;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest;
import dev.qorpus.indexer.schema.IndexedEntry;
import dev.qorpus.indexer.schema.ManifestJson;

/** Writes the documents of one run: adds documents that are valid from this run on, and ends those that they replace. */
final class RunWriter {

    /** The number of ids in one search. */
    private static final int IDS_PER_SEARCH = 500;

    private final Cluster cluster;
    private final String index;
    private final long number;
    private final @Nullable PublishedState before;
    private final BulkWriter bulk;
    /** The ids of entries whose earlier documents end. */
    private final Set<String> entries = new HashSet<>();
    /** The names of files whose earlier records end. */
    private final Set<String> files = new HashSet<>();

    private RunWriter(Cluster cluster, String index, long number, @Nullable PublishedState before) {
        this.cluster = cluster;
        this.index = index;
        this.number = number;
        this.before = before;
        this.bulk = new BulkWriter(cluster, index);
    }

    /** A run that updates a published index. */
    static RunWriter updating(Cluster cluster, PublishedState before) {
        return new RunWriter(cluster, before.index(), before.run() + 1, before);
    }

    /** A run that creates an index with the vector spaces of its first entry. */
    static RunWriter creating(Cluster cluster, ClusterAddress address, IndexedEntry first) throws ClusterException {
        List<NumberedIndex> others = NumberedIndex.all(cluster, address);
        String index = address.numberedIndex(others.isEmpty() ? 1 : others.getLast().number() + 1);
        List<Integer> dimensions = first.vectors().values().stream().map(EntryVectors::question)
                .map(vector -> vector.length).toList();
        cluster.send("PUT", "/" + index, IndexDefinition.of(address, dimensions));
        return new RunWriter(cluster, index, 1, null);
    }

    String index() {
        return index;
    }

    void put(IndexedEntry entry) throws ClusterException {
        for (Map.Entry<String, Object> document : OpenSearchSchema.documents(entry, number).entrySet()) {
            bulk.put(document.getKey(), document.getValue());
        }
        end(entry.entry().id());
    }

    void put(FileRecord file) throws ClusterException {
        bulk.put(OpenSearchSchema.documentId(OpenSearchSchema.FILE_RECORD, file.file(), number),
                OpenSearchSchema.document(file, number));
        endFile(file.file());
    }

    /** Ends the published documents of an entry. */
    void end(EntryId id) {
        if (before != null) {
            entries.add(id.value());
        }
    }

    /** Ends the published record of a file. */
    void endFile(String file) {
        if (before != null) {
            files.add(file);
        }
    }

    /** Sends all documents and makes them searchable. Readers filter them out until {@link #publish}. */
    void flush() throws ClusterException {
        if (before != null) {
            end(before, entries, List.of(OpenSearchSchema.ENTRY, OpenSearchSchema.PASSAGE));
            end(before, files, List.of(OpenSearchSchema.FILE_RECORD));
        }
        bulk.flush();
        JsonNode refreshed = cluster.send("POST", "/" + index + "/_refresh", null);
        if (refreshed.path("_shards").path("failed").asInt(1) > 0) {
            throw new ClusterException("not all shards could be refreshed, so nothing is published; index again", null);
        }
    }

    private void end(PublishedState earlier, Set<String> ended, List<String> kinds) throws ClusterException {
        List<String> ids = new ArrayList<>(ended);
        for (int from = 0; from < ids.size(); from += IDS_PER_SEARCH) {
            List<Map<String, Object>> wanted = new ArrayList<>(earlier.visibleDocuments());
            wanted.add(Map.of("terms", Map.of(OpenSearchSchema.KIND, kinds)));
            wanted.add(Map.of("terms",
                    Map.of(OpenSearchSchema.ID, ids.subList(from, Math.min(ids.size(), from + IDS_PER_SEARCH)))));
            for (String document : new PagedSearch(cluster, index, wanted, List.of()).ids()) {
                bulk.change(document, Map.of(OpenSearchSchema.END_RUN, number));
            }
        }
    }

    /** Publishes the run by one change of the cluster's state. */
    void publish(ClusterAddress address, IndexManifest manifest) throws ClusterException {
        cluster.send("PUT", "/" + index + "/_mapping",
                Map.of("_meta", PublishedState.meta(number, ManifestJson.write(manifest))));
        if (before == null) {
            cluster.send("POST", "/_aliases", Map.of("actions", List.of(
                    Map.of("remove", Map.of("index", address.index() + ".*", "alias", address.index(), "must_exist",
                            false)),
                    Map.of("add", Map.of("index", index, "alias", address.index())))));
        }
    }
}
