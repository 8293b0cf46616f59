package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.FileRecord;

/** The records of files of a published index. */
record PublishedFileRecords(Cluster cluster, Published published) {

    /** All of them, in the order of their names. */
    List<FileRecord> all() throws ClusterException {
        List<FileRecord> files = new ArrayList<>();
        List<Map<String, Object>> wanted = new ArrayList<>(published.visible());
        wanted.add(Map.of("term", Map.of(OpenSearchSchema.KIND, OpenSearchSchema.FILE_RECORD)));
        new Pages(cluster, published.index(), wanted, List.of(OpenSearchSchema.STORED))
                .each(source -> files.add(OpenSearchSchema.file(source)));
        files.sort(Comparator.comparing(FileRecord::file));
        return files;
    }
}
