package dev.qorpus.indexer.opensearch.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Sends documents in batches. Adding a document blocks while a batch is sent, so that the cluster is not overloaded.
 * Documents that the cluster rejects because it is busy are sent again.
 */
public final class BulkWriter {

    private static final int BATCH_CHARACTERS = 4_000_000;
    /** The time in which a busy cluster must accept a batch. */
    private static final Duration RETRY_LIMIT = Duration.ofMinutes(3);
    private static final int LINES_PER_DOCUMENT = 2;

    private final Cluster cluster;
    private final String index;
    private final List<String> lines = new ArrayList<>();
    private long characters;

    public BulkWriter(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Adds a document, or replaces the document with the same id. */
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
        if (characters >= BATCH_CHARACTERS) {
            flush();
        }
    }

    /** Sends the remaining documents. The cluster has them when this returns. */
    public void flush() throws ClusterException {
        Backoff backoff = new Backoff(RETRY_LIMIT);
        while (!lines.isEmpty()) {
            JsonNode answer = cluster.sendLines("/" + index + "/_bulk", lines);
            if (!answer.path("errors").asBoolean(true)) {
                break;
            }
            ClusterException rejected = keepRejected(answer.path("items"));
            if (!lines.isEmpty() && !backoff.pause()) {
                throw rejected;
            }
        }
        lines.clear();
        characters = 0;
    }

    /** Keeps the documents that the cluster may accept later. Returns why it rejected them. */
    private ClusterException keepRejected(JsonNode items) throws ClusterException {
        ClusterException last = new ClusterException("the cluster did not confirm a batch; index again", null);
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.path(i).iterator().next();
            int status = item.path("status").asInt();
            if (status >= 300) {
                last = ErrorTranslation.ofPart(status, item.path("error"));
                if (!last.isTransient()) {
                    throw last;
                }
                rejected.addAll(lines.subList(i * LINES_PER_DOCUMENT, (i + 1) * LINES_PER_DOCUMENT));
            }
        }
        lines.clear();
        lines.addAll(rejected);
        return last;
    }
}
