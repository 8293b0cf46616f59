package dev.qorpus.web.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** What the route of agents refuses, and how. */
class McpRouteTest extends ServedTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final String JSON = "application/json";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static Server server;
    private static HttpClient http;

    @BeforeAll
    static void serve() {
        server = serve(new ServerSettings("127.0.0.1", 0, TOKEN, WIDE, LogDetail.NONE));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void end() {
        http.close();
        server.close();
    }

    private static HttpResponse<String> send(String type, String body, String... headers) throws Exception {
        return send(HttpRequest.newBuilder().headers("Content-Type", type, "Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(
                request.uri(URI.create("http://127.0.0.1:" + server.port() + "/mcp")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).doesNotContain("stackTrace", "Exception", "\tat ", "dev.qorpus", "/root", "/tmp");
        return response;
    }

    @Test
    void aMessageIsAnswered() throws Exception {
        HttpResponse<String> response = send(JSON, PING);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(response.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
        assertThat(send(JSON, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no json | -32700
            {}      | -32600
            []      | -32600
            """)
    void whatIsNoMessageIsRefusedInBothEras(String body, String code) throws Exception {
        for (String version : new String[]{"2025-06-18", "2026-07-28"}) {
            HttpResponse<String> response = send(JSON, body, "MCP-Protocol-Version", version);
            assertThat(response.statusCode()).as(version + response.body()).isEqualTo(400);
            assertThat(response.body()).as(version).contains(code);
        }
    }

    @Test
    void anUnknownRevisionIsToldTheKnownOne() throws Exception {
        String claim = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
                + "\"io.modelcontextprotocol/protocolVersion\":\"2031-01-01\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        HttpResponse<String> response = send(JSON, claim, "MCP-Protocol-Version", "2031-01-01", "Mcp-Method",
                "tools/list");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32022", "2026-07-28");
    }

    @Test
    void accessAndSizesHoldAsForAllRoutes() throws Exception {
        HttpRequest.Builder anonymous = HttpRequest.newBuilder().header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(PING));
        assertThat(send(anonymous).statusCode()).isEqualTo(401);
        assertThat(send(JSON, PING, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(send("text/plain", PING).statusCode()).isEqualTo(415);
        assertThat(send(JSON, " ".repeat(200_000)).statusCode()).isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder().header("Authorization", "Bearer " + TOKEN).GET()).statusCode())
                .isEqualTo(405);
    }
}
