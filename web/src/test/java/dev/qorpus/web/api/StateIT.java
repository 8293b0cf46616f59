package dev.qorpus.web.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static dev.qorpus.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Status and findings. */
@ExtendWith(SharedServer.class)
class StateIT {

    private static JsonNode findings(Client client, String query) {
        return await("the corpus is checked").until(() -> client.get("/api/findings" + query).ok(),
                found -> !found.get("state").asString().equals("checking"));
    }

    @Test
    void findingsAreThoseOfACheck(Client client) {
        JsonNode found = findings(client, "");
        assertThat(found.get("state").asString()).isEqualTo("done");
        assertThat(found.get("files").asInt()).isEqualTo(2);
        assertThat(found.get("entries").asInt()).isEqualTo(28);
        JsonNode unanswered = findings(client, "?rule=question-without-answer");
        assertThat(unanswered.get("total").asInt()).isEqualTo(1);
        assertThat(unanswered.at("/findings/0/file").asString()).isEqualTo("models.md");
        assertThat(unanswered.at("/findings/0/line").asInt()).isPositive();
        assertThat(unanswered.get("rules")).isEqualTo(found.get("rules"));
        assertThat(found.at("/rules/0").propertyNames()).containsExactly("rule", "severity", "description", "help",
                "count");
        String id = unanswered.at("/findings/0/id").asString().replace("#", "%23");
        assertThat(findings(client, "?entry=" + id).get("total").asInt()).isEqualTo(1);
        assertThat(findings(client, "?file=nope.md").get("total").asInt()).isZero();
    }

    @Test
    void findingsComeInPages(Client client) {
        JsonNode all = findings(client, "");
        int total = all.get("total").asInt();
        JsonNode last = findings(client, "?k=1&offset=" + (total - 1));
        assertThat(last.get("total").asInt()).isEqualTo(total);
        assertThat(last.get("findings")).hasSize(1);
        assertThat(last.at("/findings/0")).isEqualTo(all.get("findings").get(total - 1));
        assertThat(findings(client, "?offset=" + total).get("findings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/findings?rule=nope    | 'nope' | broken-anchor, entry-too-long
            /api/findings?offset=-1    | '-1'   | 0 to 999999999
            /api/findings?offset=1e9   | '1e9'  | 0 to 999999999
            /api/findings?k=0          | 0      | 1 to 1000
            /api/findings?zzz=1        | 'zzz'  | entry, file, k, offset, rule
            /api/findings?file=a&file=b| 'file' | once
            /metrics?zzz=1             | 'zzz'  | none
            """)
    void whatIsWrongIsNamed(String path, String found, String allowed, Client client) {
        assertThat(client.get(path).problem(400)).contains(found, allowed);
    }

    @Test
    void statusTellsSizesAndTimes(Client client) {
        client.get("/api/search?q=tea").ok();
        JsonNode status = client.get("/api/status").ok();
        assertThat(status.get("passages").asInt()).isGreaterThan(28);
        assertThat(status.get("bytes").asLong()).isBetween(50_000L, 5_000_000L);
        assertThat(status.at("/spaces/0/model").asString()).isEqualTo("minilm");
        assertThat(status.at("/spaces/0/checksum").asString()).matches("[0-9a-f]{64}");
        long vectors = 28L + status.get("passages").asLong();
        assertThat(status.at("/spaces/0/bytesPerEntry").asLong()).isEqualTo(vectors * 384 * 4 / 28);
        assertThat(status.at("/process/heapUsed").asLong()).isPositive();
        assertThat(status.at("/process/resident").asLong()).isGreaterThan(50_000_000);
        assertThat(status.at("/process/jdk").asString()).isNotBlank();
        assertThat(status.get("latencies")).anySatisfy(latency -> {
            assertThat(latency.get("route").asString()).isEqualTo("/api/search");
            assertThat(latency.get("count").asInt()).isPositive();
            assertThat(latency.get("p50Millis").asDouble()).isPositive()
                    .isLessThanOrEqualTo(latency.get("p99Millis").asDouble());
        });
    }

    @Test
    void metricsAreTextForPrometheus(Client client) {
        client.get("/api/search?q=tea").ok();
        Client.Answer answer = client.get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body()).contains("# TYPE qorpus_http_requests_seconds summary",
                "qorpus_http_requests_seconds_count{route=\"/api/search\"}",
                "qorpus_http_requests_seconds{route=\"/api/search\",quantile=\"0.99\"}", "jvm_memory_used_bytes{",
                "process_resident_memory_bytes ");
    }
}
