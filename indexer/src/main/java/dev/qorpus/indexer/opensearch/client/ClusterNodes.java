package dev.qorpus.indexer.opensearch.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends single requests to the nodes of a cluster. After a failure the next request goes to the next node. Thread-safe. */
final class ClusterNodes implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private final List<URI> nodes;
    private final @Nullable String authorization;
    private final HttpClient http;
    /** The number of the node for the next request; it counts on beyond the last node. */
    private final AtomicInteger current = new AtomicInteger();
    private volatile boolean answered;

    ClusterNodes(ClusterAddress address, ClusterAccess access) throws ClusterException {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT);
        if (access.authority() != null) {
            client.sslContext(TrustedCertificates.in(access.authority()));
        }
        this.nodes = address.nodes();
        this.authorization = access.authorization();
        this.http = client.build();
    }

    /** Whether all nodes were tried, and none has ever answered. */
    boolean isUnreachable() {
        return !answered && current.get() >= nodes.size();
    }

    /**
     * Sends one request.
     *
     * @param type the content type of the body
     * @return the JSON of the answer
     * @throws ClusterException if there is no answer, or an error
     */
    JsonNode send(String method, String path, @Nullable String body, String type) throws ClusterException {
        int chosen = current.get();
        URI node = nodes.get(Math.floorMod(chosen, nodes.size()));
        try {
            HttpResponse<byte[]> response = http.send(request(node, method, path, body, type),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = read(node, response);
            answered = true;
            if (response.statusCode() >= 300) {
                throw ErrorTranslation.of(response.statusCode(), answer);
            }
            return answer;
        } catch (ClusterException e) {
            if (e.isTransient()) {
                current.compareAndSet(chosen, chosen + 1);
            }
            throw e;
        } catch (SSLException e) {
            throw new ClusterException("no trusted TLS connection to " + node + " (" + e.getMessage()
                    + "); set QORPUS_OPENSEARCH_CA to a file with the certificate of its authority", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + node, e);
        } catch (IOException e) {
            current.compareAndSet(chosen, chosen + 1);
            throw new ClusterException("no answer from " + node + " (" + reason(e)
                    + "); check the address, and that OpenSearch is running there", ClusterException.NO_ANSWER, true,
                    e);
        }
    }

    private HttpRequest request(URI node, String method, String path, @Nullable String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path)).timeout(REQUEST_TIMEOUT)
                .header("Content-Type", type)
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static String reason(IOException e) {
        return e instanceof ConnectException ? "cannot connect" : e.getClass().getSimpleName();
    }

    private static JsonNode read(URI node, HttpResponse<byte[]> response) throws ClusterException {
        byte[] body = response.body();
        int status = response.statusCode();
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            if (status == 401 || status == 403) {
                throw ErrorTranslation.of(status, JSON.createObjectNode());
            }
            throw new ClusterException("the server at " + node + " is not OpenSearch (status " + status
                    + "); check the address", status, status >= 500, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
