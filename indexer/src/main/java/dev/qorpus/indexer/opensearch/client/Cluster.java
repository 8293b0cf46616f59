package dev.qorpus.indexer.opensearch.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to a cluster. It sends and receives JSON over HTTP. After a transient error, such as a lost node or a full
 * queue, it retries with the next node until a time limit. So every request must be idempotent. Thread-safe.
 */
public final class Cluster implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The election of a manager, and the move of a primary shard to another node, take seconds. */
    private static final Duration RETRY_LIMIT = Duration.ofSeconds(30);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final ClusterNodes nodes;

    private Cluster(ClusterNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Prepares a connection. It sends nothing yet.
     *
     * @throws ClusterException if the file of certificates cannot be read
     */
    public static Cluster of(ClusterAddress address, ClusterAccess access) throws ClusterException {
        return new Cluster(new ClusterNodes(address, access));
    }

    /** Sends a request with a JSON object, or without a body. */
    public JsonNode send(String method, String path, @Nullable Object body) throws ClusterException {
        return retry(method, path, body == null ? null : JSON.writeValueAsString(body), "application/json");
    }

    /** Sends a request for something that may not exist. The result is empty if it does not. */
    public Optional<JsonNode> find(String method, String path, @Nullable Object body) throws ClusterException {
        return unless(ClusterException.NOT_FOUND, method, path, body);
    }

    /** Sends a conditional request. The result is empty if another process changed the document first. */
    public Optional<JsonNode> unlessChanged(String method, String path, @Nullable Object body) throws ClusterException {
        return unless(ClusterException.CONFLICT, method, path, body);
    }

    private Optional<JsonNode> unless(int status, String method, String path, @Nullable Object body)
            throws ClusterException {
        try {
            return Optional.of(send(method, path, body));
        } catch (ClusterException e) {
            if (e.status() == status) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sends a request with one JSON object on each line. */
    public JsonNode sendLines(String path, List<String> lines) throws ClusterException {
        return retry("POST", path, String.join("\n", lines) + "\n", "application/x-ndjson");
    }

    /**
     * Sends several searches in one request. Partial results are an error.
     *
     * @param ranked whether term frequencies are collected from all shards first, so that the scores of different shards
     *        are comparable
     * @return the answers in order
     */
    public List<JsonNode> search(String index, boolean ranked, List<? extends Object> searches)
            throws ClusterException {
        String header = line(Map.of("index", index, "search_type", ranked ? "dfs_query_then_fetch" : "query_then_fetch",
                "allow_partial_search_results", false));
        List<String> lines = new ArrayList<>();
        for (Object search : searches) {
            lines.add(header);
            lines.add(line(search));
        }
        return retryUntilComplete(() -> sendLines("/_msearch", lines).path("responses"));
    }

    /** Sends a search by words. Each hit tells how much each named part of the query adds to its score. */
    public JsonNode searchByParts(String index, Object search) throws ClusterException {
        // Only a single search has this setting, not one of several in a request.
        String path = "/" + index + "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false"
                + "&include_named_queries_score=true";
        return retryUntilComplete(() -> List.of(send("POST", path, search))).getFirst();
    }

    private interface Answers {
        Iterable<JsonNode> get() throws ClusterException;
    }

    private static List<JsonNode> retryUntilComplete(Answers answers) throws ClusterException {
        Backoff backoff = new Backoff(RETRY_LIMIT);
        while (true) {
            try {
                return complete(answers.get());
            } catch (ClusterException e) {
                if (!e.isTransient() || !backoff.pause()) {
                    throw e;
                }
            }
        }
    }

    private static List<JsonNode> complete(Iterable<JsonNode> answers) throws ClusterException {
        List<JsonNode> complete = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.has("error")) {
                throw ErrorTranslation.ofPart(answer.path("status").asInt(), answer.path("error"));
            }
            if (answer.path("timed_out").asBoolean(false) || answer.path("_shards").path("failed").asInt(1) > 0) {
                throw new ClusterException("a search was answered only in part; see GET _cluster/health",
                        SERVICE_UNAVAILABLE, true, null);
            }
            complete.add(answer);
        }
        return complete;
    }

    /** Writes an object as a line of JSON. */
    public static String line(Object object) {
        return JSON.writeValueAsString(object);
    }

    private JsonNode retry(String method, String path, @Nullable String body, String type) throws ClusterException {
        Backoff backoff = new Backoff(RETRY_LIMIT);
        while (true) {
            try {
                return nodes.send(method, path, body, type);
            } catch (ClusterException e) {
                if (!e.isTransient() || nodes.isUnreachable() || !backoff.pause()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        nodes.close();
    }
}
