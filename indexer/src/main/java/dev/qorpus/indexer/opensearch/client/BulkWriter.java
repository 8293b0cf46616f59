package dev.qorpus.indexer.opensearch.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Sends documents in batches. Who adds waits while a batch is on its way, so that nobody is faster than the cluster.
 * Documents that it has no room for are sent again, alone; one that is sent twice stays one, for its id is its own.
 */
public final class BulkWriter {

    private static final int LARGEST_CHARACTERS = 4_000_000;
    /** A cluster that is busy, or elects, is not given up sooner. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_OF_ONE = 2;

    private final Cluster cluster;
    private final String index;
    private final List<String> lines = new ArrayList<>();
    private long characters;

    public BulkWriter(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Adds a document or replaces the one of its id. */
    public void put(String id, Object document) throws ClusterException {
        add(Map.of("index", Map.of("_id", id)), document);
    }

    /** Changes fields of a document. */
    public void change(String id, Map<String, Object> fields) throws ClusterException {
        add(Map.of("update", Map.of("_id", id)), Map.of("doc", fields));
    }

    private void add(Map<String, Object> action, Object content) throws ClusterException {
        String line = Cluster.line(content);
        lines.add(Cluster.line(action));
        lines.add(line);
        characters += line.length();
        if (characters >= LARGEST_CHARACTERS) {
            flush();
        }
    }

    /** Sends what waits; when this returns, the cluster has it. */
    public void flush() throws ClusterException {
        Cluster.Patience patience = new Cluster.Patience(PATIENCE);
        while (!lines.isEmpty()) {
            JsonNode answer = cluster.sendLines("/" + index + "/_bulk", lines);
            if (!answer.path("errors").asBoolean(true)) {
                break;
            }
            ClusterException refused = keepRefused(answer.path("items"));
            if (!lines.isEmpty() && !patience.pause()) {
                throw refused;
            }
        }
        lines.clear();
        characters = 0;
    }

    /** Leaves those documents that the cluster may take later, and says why it did not. */
    private ClusterException keepRefused(JsonNode items) throws ClusterException {
        ClusterException last = new ClusterException("the cluster did not say what became of a batch", null);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.path(i).iterator().next();
            int status = item.path("status").asInt();
            if (status >= 300) {
                last = ErrorTranslation.ofPart(status, item.path("error"));
                if (!last.isPassing()) {
                    throw last;
                }
                refused.addAll(lines.subList(i * LINES_OF_ONE, (i + 1) * LINES_OF_ONE));
            }
        }
        lines.clear();
        lines.addAll(refused);
        return last;
    }
}
