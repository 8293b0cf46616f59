package dev.qorpus.web.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.BiFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.qorpus.search.Search;
import dev.qorpus.web.api.log.LogDetail;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.serve.CommandAnswer;
import dev.qorpus.web.serve.CommandRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may have a server run a command, and which. */
class CommandRouteTest extends ServedTest {

    private static final String TOKEN = "0123456789abcdef";

    private static Server server;
    private static HttpClient http;

    @BeforeAll
    static void serve() {
        BiFunction<Search, CommandRequest, Optional<CommandAnswer>> commands = (state, request) -> request.arguments()
                .contains("ask")
                        ? Optional.of(new CommandAnswer(2, "täa " + state.manifest().counts().entries(), "hm"))
                        : Optional.empty();
        server = serve(new ServerSettings("127.0.0.1", 0, TOKEN, WIDE, LogDetail.NONE), commands);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void end() {
        http.close();
        server.close();
    }

    private static String body(String instance, String argument) {
        return "{\"instance\":\"" + instance + "\",\"arguments\":[\"" + argument
                + "\"],\"environment\":{},\"terminals\":\"\",\"machine\":\"\"}";
    }

    private static HttpResponse<String> send(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/command"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void bothStreamsAndTheExitCodeAreSent() throws Exception {
        HttpResponse<String> answer = send(body(ProcessView.INSTANCE, "ask"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("täa 2hm");
        assertThat(answer.headers().firstValue("X-Qorpus-Out")).hasValue("6");
        assertThat(answer.headers().firstValue("X-Qorpus-Exit")).hasValue("2");
    }

    @Test
    void anotherProcessIsNotMeantAndOtherCommandsAreRefused() throws Exception {
        assertThat(send(body("another", "ask")).statusCode()).isEqualTo(409);
        assertThat(send(body(ProcessView.INSTANCE, "index")).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer wrong, 401", "Origin, http://example.org, 403",
            "Sec-Fetch-Site, cross-site, 403", "Content-Type, text/plain, 415"})
    void theUsualDoorsAreClosed(String header, String value, int status) throws Exception {
        assertThat(send(body(ProcessView.INSTANCE, "ask"), header, value).statusCode()).isEqualTo(status);
    }

    @Test
    void aMalformedRequestIsRefused() throws Exception {
        assertThat(send("{}").statusCode()).isEqualTo(400);
        assertThat(send("{\"arguments\":1}").statusCode()).isEqualTo(400);
    }
}
