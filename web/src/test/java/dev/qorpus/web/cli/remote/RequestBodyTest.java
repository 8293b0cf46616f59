package dev.qorpus.web.cli.remote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.qorpus.web.serve.CommandRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RequestBodyTest {

    @Test
    void aServerReadsWhatWasTyped() {
        List<String> typed = List.of("ask", "\"größe\"\\ 🙂\t\u0001\n", "", "-k3");
        Map<String, String> environment = Map.of("COLUMNS", "80", "TERM", "x\"y", "QORPUS_TOKEN", "secret");

        String body = new RequestBody(environment, "OUT,ERR", "host").of("1-2", typed);

        assertThat(body).doesNotContain("secret");
        assertThat(JsonMapper.builder().build().readValue(body.getBytes(StandardCharsets.UTF_8), CommandRequest.class))
                .isEqualTo(new CommandRequest("1-2", typed, Map.of("COLUMNS", "80", "TERM", "x\"y"), "OUT,ERR",
                        "host"));
    }
}
