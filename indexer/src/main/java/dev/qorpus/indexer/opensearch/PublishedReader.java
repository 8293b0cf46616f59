package dev.qorpus.indexer.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.qorpus.indexer.opensearch.client.Cluster;
import dev.qorpus.indexer.opensearch.client.ClusterException;
import dev.qorpus.indexer.schema.FileRecord;
import dev.qorpus.indexer.schema.IndexManifest.ModelEntry;
import dev.qorpus.indexer.schema.TextVectors;

/** Reads the published state of an index for an indexing run. */
public record PublishedReader(Cluster cluster, PublishedState state) {

    /** The records of all files, ordered by name. */
    public List<FileRecord> files() throws ClusterException {
        List<FileRecord> files = new ArrayList<>();
        List<Map<String, Object>> filters = new ArrayList<>(state.visibleDocuments());
        filters.add(Map.of("term", Map.of(OpenSearchSchema.KIND, OpenSearchSchema.FILE_RECORD)));
        new PagedSearch(cluster, state.index(), filters, List.of(OpenSearchSchema.STORED))
                .each(source -> files.add(OpenSearchSchema.file(source)));
        files.sort(Comparator.comparing(FileRecord::file));
        return files;
    }

    /** Adds the vectors of texts to a map, as far as they are published. */
    void vectors(ModelEntry model, Set<String> texts, Map<String, TextVectors> found) throws ClusterException {
        int space = state.manifest().models().indexOf(model);
        if (space < 0) {
            return;
        }
        Map<String, String> byHash = new HashMap<>();
        texts.stream().filter(text -> !found.containsKey(text))
                .forEach(text -> byHash.put(OpenSearchSchema.textHash(text), text));
        List<Map<String, Object>> filters = new ArrayList<>(state.visibleDocuments());
        filters.add(Map.of("terms", Map.of(OpenSearchSchema.TEXT_HASH, byHash.keySet())));
        List<String> fields = List.of(OpenSearchSchema.questionVectors(space), OpenSearchSchema.passageVectors(space));
        String tokens = OpenSearchSchema.tokenVectors(space);
        new PagedSearch(cluster, state.index(), filters,
                List.of(OpenSearchSchema.TEXT_HASH, fields.get(0), fields.get(1), tokens))
                .each(source -> add(source, space, byHash, found));
    }

    private static void add(JsonNode source, int space, Map<String, String> byHash,
            Map<String, TextVectors> found) {
        String text = byHash.get(source.path(OpenSearchSchema.TEXT_HASH).asString());
        for (String field : List.of(OpenSearchSchema.questionVectors(space), OpenSearchSchema.passageVectors(space))) {
            float[] vector = OpenSearchSchema.vector(source, field);
            if (text != null && vector.length > 0) {
                found.put(text, new TextVectors(vector, OpenSearchSchema.tokens(source, space)));
            }
        }
    }
}
