package dev.qorpus.search.opensearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.qorpus.indexer.opensearch.OpenSearchNode;
import dev.qorpus.indexer.opensearch.OpenSearchSink;
import dev.qorpus.indexer.opensearch.client.ClusterAccess;
import dev.qorpus.indexer.opensearch.client.ClusterAddress;
import dev.qorpus.indexer.schema.IndexException;
import dev.qorpus.indexer.schema.IndexSchema;
import dev.qorpus.search.SeedFixture;
import dev.qorpus.search.backend.BackendException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Clusters that do not do what they are asked: one line each, which says what to do. */
class OpenSearchRefusalsTest {

    private static final String REQUIRED = "Basic cW9ycHVzOnNlY3JldA==";

    @TempDir
    Path home;

    private OpenSearchNode node = OpenSearchNode.shared();
    private URI direct = URI.create("http://localhost");

    @BeforeAll
    static void aNodeIsThere() {
        OpenSearchNode.shared();
    }

    @BeforeEach
    void corpus() throws IOException {
        node = OpenSearchNode.shared();
        direct = ClusterAddress.of(node.address("x")).nodes().getFirst();
        Files.writeString(home.resolve("a.md"), "# What is tea?\nLeaves in hot water.\n");
    }

    private void index(String address, ClusterAccess access) {
        SeedFixture.index(OpenSearchSink.open(ClusterAddress.of(address), access, false), home.resolve("a.md"));
    }

    private static int read(String address, ClusterAccess access) {
        try (OpenSearchBackend backend = OpenSearchBackend.open(ClusterAddress.of(address), access)) {
            return backend.manifest().counts().entries();
        }
    }

    private void refused(String address, String... says) {
        assertThatThrownBy(() -> read(address, ClusterAccess.OPEN)).isInstanceOf(IndexException.class)
                .hasMessageContainingAll(says).message().doesNotContain("\n");
    }

    @Test
    void aWrongAddress() throws IOException {
        refused("opensearch:http://127.0.0.1:1/notes", "no answer from http://127.0.0.1:1", "check the address");
        refused("opensearch:http://nowhere.invalid:9200/notes", "no answer from http://nowhere.invalid:9200");
        try (NodeProxy page = NodeProxy.plain(direct, request -> "200 <html>Hello</html>")) {
            refused("opensearch:http://" + page.host() + "/notes", "is not OpenSearch", "check the address");
        }
    }

    @Test
    void whoIsNotKnownOrMayNot() throws IOException {
        index(node.address("guarded"), ClusterAccess.OPEN);
        try (NodeProxy guard = NodeProxy.plain(direct, OpenSearchRefusalsTest::unlessKnown)) {
            String address = "opensearch:http://" + guard.host() + "/guarded";
            refused(address, "requires authentication", "QORPUS_OPENSEARCH_USER");
            assertThat(read(address, ClusterAccess.basic("qorpus", "secret", null))).isEqualTo(1);
            assertThatThrownBy(() -> read(address, ClusterAccess.apiKey("stranger", null)))
                    .hasMessageContaining("forbids this (security_exception: no permissions for [indices:admin/")
                    .hasMessageContaining("grant your user the rights");
        }
    }

    private static String unlessKnown(HttpExchange request) {
        String who = request.getRequestHeaders().getFirst("Authorization");
        if (who == null) {
            return "401 Unauthorized";
        }
        return who.equals(REQUIRED)
                ? ""
                : "403 {\"error\":{\"root_cause\":[{\"type\":\"security_exception\",\"reason\":\"no permissions for "
                        + "[indices:admin/mappings/get]\"}],\"type\":\"security_exception\"},\"status\":403}";
    }

    @Test
    void aCertificateThatIsNotTrusted() throws Exception {
        index(node.address("secure"), ClusterAccess.OPEN);
        try (NodeProxy tls = NodeProxy.secure(direct, home)) {
            String address = "opensearch:https://" + tls.host() + "/secure";
            refused(address, "no trusted TLS connection to https://127.0.0.1", "QORPUS_OPENSEARCH_CA");
            assertThat(read(address, new ClusterAccess(null, home.resolve("ca.pem")))).isEqualTo(1);
            assertThatThrownBy(() -> read(address, new ClusterAccess(null, home.resolve("a.md"))))
                    .hasMessageContaining("PEM file of certificates");
        }
    }

    @Test
    void anIndexThatQorpusDidNotMakeIsNotTouched() {
        node.ask("PUT", "/others", "{}");
        refused(node.address("others"), "'others' is an index of the cluster that Qorpus did not make");
        assertThatThrownBy(() -> index(node.address("others"), ClusterAccess.OPEN))
                .hasMessageContaining("name another with --index");
        assertThat(node.ask("GET", "/others*/_mapping", "")).isEqualTo("{\"others\":{\"mappings\":{}}}");

        // Neither are those that only have such names.
        node.ask("PUT", "/logs.2024", "{}");
        index(node.address("logs"), ClusterAccess.OPEN);
        assertThat(node.ask("GET", "/logs.2024/_mapping", "")).isEqualTo("{\"logs.2024\":{\"mappings\":{}}}");
        node.ask("PUT", "/taken.work", "{}");
        assertThatThrownBy(() -> index(node.address("taken"), ClusterAccess.OPEN))
                .hasMessageContaining("needs the name 'taken.work'");
    }

    @Test
    void anotherSchema() {
        index(node.address("older"), ClusterAccess.OPEN);
        node.ask("PUT", "/older.1/_mapping",
                "{\"_meta\":{\"qorpus\":{\"run\":1,\"manifest\":\"{\\\"schemaVersion\\\":1}\"}}}");
        refused(node.address("older"), "has schema 1, but this Qorpus reads schema " + IndexSchema.VERSION,
                "--rebuild");
    }

    @Test
    void noPlugin() throws IOException {
        Function<HttpExchange, String> refusal = request -> request.getRequestMethod().equals("PUT")
                && request.getRequestURI().getPath().equals("/plain.1")
                        ? "400 {\"error\":{\"root_cause\":[{\"type\":\"settings_exception\",\"reason\":\"unknown setting "
                                + "[index.knn] please check that any required plugins are installed\"}]},\"status\":400}"
                        : "";
        try (NodeProxy without = NodeProxy.plain(direct, refusal)) {
            assertThatThrownBy(() -> index("opensearch:http://" + without.host() + "/plain", ClusterAccess.OPEN))
                    .hasMessageContaining("the cluster has no k-NN plugin; install opensearch-knn on every node");
        }
    }

    @Test
    void aFullDiskKeepsWhatIsPublished() throws IOException {
        index(node.address("full"), ClusterAccess.OPEN);
        // What the cluster itself does above the flood-stage watermark.
        node.ask("PUT", "/full.1/_settings", "{\"index.blocks.read_only_allow_delete\":true}");
        Files.writeString(home.resolve("a.md"), "# What is coffee?\nBeans in hot water.\n");
        assertThatThrownBy(() -> index(node.address("full"), ClusterAccess.OPEN))
                .hasMessageContaining("a disk of the cluster is almost full").hasMessageContaining("free space");
        assertThat(read(node.address("full"), ClusterAccess.OPEN)).isEqualTo(1);

        node.ask("PUT", "/full.1/_settings", "{\"index.blocks.read_only_allow_delete\":null}");
        index(node.address("full"), ClusterAccess.OPEN);
        assertThat(read(node.address("full"), ClusterAccess.OPEN)).isEqualTo(1);
    }

    @Test
    void aRedIndex() {
        index(node.address("pale"), ClusterAccess.OPEN);
        String mapping = node.ask("GET", "/pale.1/_mapping?filter_path=*.mappings._meta", "");
        String meta = mapping.substring("{\"pale.1\":{\"mappings\":".length(), mapping.length() - 2);
        node.ask("PUT", "/red.1?wait_for_active_shards=0", "{\"settings\":{\"index.routing.allocation.require._name\":"
                + "\"nobody\"},\"aliases\":{\"red\":{}},\"mappings\":" + meta + "}");
        refused(node.address("red"), "not all shards of the index are available", "(it is red)", "_cluster/health");
        node.ask("DELETE", "/red.1", "");
    }

    @Test
    void anIndexThatIsRedUnderAReaderMayBeWholeAgainSoon() throws IOException {
        index(node.address("blush"), ClusterAccess.OPEN);
        boolean[] red = {false};
        try (NodeProxy proxy = NodeProxy.plain(direct, request -> red[0]
                && request.getRequestURI().getPath().startsWith("/_cluster/health") ? "200 {\"status\":\"red\"}" : "");
                OpenSearchBackend backend = OpenSearchBackend.open(
                        ClusterAddress.of("opensearch:http://" + proxy.host() + "/blush"), ClusterAccess.OPEN)) {
            red[0] = true;
            assertThatThrownBy(backend::isCurrent).isInstanceOfSatisfying(BackendException.class,
                    e -> assertThat(e.isTransient()).isTrue());
            red[0] = false;
            assertThat(backend.isCurrent()).isTrue();
        }
    }

    @Test
    void whatIsBusyIsAskedAgainAndNothingIsDoubled() throws IOException {
        int[] asked = {0};
        Function<HttpExchange, String> busy = request -> request.getRequestURI().getPath().endsWith("_bulk")
                && asked[0]++ % 2 == 0
                        ? "429 {\"error\":{\"root_cause\":[{\"type\":\"rejected_execution_exception\",\"reason\":\"queue "
                                + "is full\"}]},\"status\":429}"
                        : "";
        try (NodeProxy proxy = NodeProxy.plain(direct, busy)) {
            index("opensearch:http://" + proxy.host() + "/busy", ClusterAccess.OPEN);
        }
        assertThat(asked[0]).isGreaterThan(1);
        assertThat(node.ask("GET", "/busy.1/_count", "")).startsWith("{\"count\":3,");
    }
}
