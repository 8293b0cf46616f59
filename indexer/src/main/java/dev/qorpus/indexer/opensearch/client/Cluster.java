package dev.qorpus.indexer.opensearch.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to a cluster: JSON in and out over HTTP. What passes by itself (a node that is gone, a queue that is
 * full) is asked again, of the next node, until patience ends; so every request must bear being sent twice.
 * Thread-safe.
 */
public final class Cluster implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** An election and the move of a shard's lead to another node take seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final List<URI> nodes;
    private final @Nullable String authorization;
    private final HttpClient http;
    /** The node that answered last. */
    private final AtomicInteger node = new AtomicInteger();
    private volatile boolean answered;

    private Cluster(List<URI> nodes, @Nullable String authorization, HttpClient http) {
        this.nodes = nodes;
        this.authorization = authorization;
        this.http = http;
    }

    /**
     * Prepares a connection; nothing is sent yet.
     *
     * @throws ClusterException if the file of certificates cannot be used
     */
    public static Cluster of(ClusterAddress address, ClusterAccess access) throws ClusterException {
        HttpClient.Builder http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        if (access.authority() != null) {
            http.sslContext(ClusterTrust.in(access.authority()));
        }
        return new Cluster(address.nodes(), access.authorization(), http.build());
    }

    /** A request with a JSON object, or without a body. */
    public JsonNode send(String method, String path, @Nullable Object body) throws ClusterException {
        return patiently(method, path, body == null ? null : JSON.writeValueAsString(body), "application/json");
    }

    /** As above, if what is asked for may not be there. */
    public Optional<JsonNode> find(String method, String path, @Nullable Object body) throws ClusterException {
        return unless(ClusterException.NOT_FOUND, method, path, body);
    }

    /** As above, if somebody else may have been faster. */
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

    /** A request with one JSON object a line. */
    public JsonNode sendLines(String path, List<String> lines) throws ClusterException {
        return patiently("POST", path, String.join("\n", lines) + "\n", "application/x-ndjson");
    }

    /**
     * Several searches in one request, each over all shards: a part of an answer is none.
     *
     * @param ranked whether frequencies of terms are gathered from all shards first, so that scores of one shard can be
     *        compared with those of another
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
        return untilWhole(() -> sendLines("/_msearch", lines).path("responses"));
    }

    /** A search by words that says of each hit what the named parts of the query add to its score. */
    public JsonNode searchByParts(String index, Object search) throws ClusterException {
        // A setting that searches have, but not several in one request.
        String path = "/" + index + "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false"
                + "&include_named_queries_score=true";
        return untilWhole(() -> List.of(send("POST", path, search))).getFirst();
    }

    private interface Answers {
        Iterable<JsonNode> get() throws ClusterException;
    }

    private static List<JsonNode> untilWhole(Answers answers) throws ClusterException {
        Patience patience = new Patience(PATIENCE);
        while (true) {
            try {
                return whole(answers.get());
            } catch (ClusterException e) {
                if (!e.isPassing() || !patience.pause()) {
                    throw e;
                }
            }
        }
    }

    private static List<JsonNode> whole(Iterable<JsonNode> answers) throws ClusterException {
        List<JsonNode> whole = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.has("error")) {
                throw ErrorTranslation.ofPart(answer.path("status").asInt(), answer.path("error"));
            }
            if (answer.path("timed_out").asBoolean(false) || answer.path("_shards").path("failed").asInt(1) > 0) {
                throw new ClusterException("a search was answered in part only; see GET _cluster/health",
                        SERVICE_UNAVAILABLE, true, null);
            }
            whole.add(answer);
        }
        return whole;
    }

    /** An object as a line. */
    public static String line(Object object) {
        return JSON.writeValueAsString(object);
    }

    private JsonNode patiently(String method, String path, @Nullable String body, String type)
            throws ClusterException {
        Patience patience = new Patience(PATIENCE);
        while (true) {
            try {
                return once(method, path, body, type);
            } catch (ClusterException e) {
                // Who never answered is not there.
                boolean gone = !answered && node.get() >= nodes.size();
                if (!e.isPassing() || gone || !patience.pause()) {
                    throw e;
                }
            }
        }
    }

    private JsonNode once(String method, String path, @Nullable String body, String type) throws ClusterException {
        int chosen = node.get();
        URI base = nodes.get(Math.floorMod(chosen, nodes.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER)
                .header("Content-Type", type)
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = read(base, response);
            answered = true;
            if (response.statusCode() >= 300) {
                throw ErrorTranslation.of(response.statusCode(), answer);
            }
            return answer;
        } catch (ClusterException e) {
            if (e.isPassing()) {
                node.compareAndSet(chosen, chosen + 1);
            }
            throw e;
        } catch (SSLException e) {
            throw new ClusterException("no trusted TLS with " + base + " (" + e.getMessage()
                    + "); name its certificate authority with QORPUS_OPENSEARCH_CA", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + base, e);
        } catch (IOException e) {
            node.compareAndSet(chosen, chosen + 1);
            throw new ClusterException("no answer from " + base + " (" + cause(e)
                    + "); check the address, and that OpenSearch runs there", ClusterException.NO_ANSWER, true, e);
        }
    }

    private static String cause(IOException e) {
        return e instanceof ConnectException ? "cannot connect" : e.getClass().getSimpleName();
    }

    private static JsonNode read(URI base, HttpResponse<byte[]> response) throws ClusterException {
        byte[] body = response.body();
        int status = response.statusCode();
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            if (status == 401 || status == 403) {
                throw ErrorTranslation.of(status, JSON.createObjectNode());
            }
            throw new ClusterException("what answers at " + base + " is not OpenSearch (status " + status
                    + "); check the address", status, status >= 500, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Longer and longer pauses, until time is up. */
    public static final class Patience {
        private final long until;
        private int pause = FIRST_PAUSE_MILLIS;

        public Patience(Duration patience) {
            until = System.nanoTime() + patience.toNanos();
        }

        /** Waits; false at once if time is up. */
        public boolean pause() throws ClusterException {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            try {
                // Not all writers at once.
                Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextInt(pause / 2 + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("interrupted while waiting for the cluster", e);
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            return true;
        }
    }
}
