package dev.qorpus.web.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Invalid requests: problems that name what was found and what is allowed. */
@ExtendWith(SharedServer.class)
class HttpProblemIT {

    private static final String ENTRY = "models.md%23q1-why-do-we-need-word-embeddingsencoding";
    private static final String LONG = "/api/search?q=" + "a".repeat(100_000);
    private static final String LOCAL = "localhost";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/search?q=tea&zzz=1            | 'zzz'     | q
            /api/status?zzz=1                  | 'zzz'     | none
            /api/search?q=a&q=b                | 'q'       | once
            /api/search?q=                     | empty     | ask
            /api/search                        | empty     | ask
            /api/search?q=tea&mode=nope        | 'nope'    | hybrid, lexical, dense
            /api/search?q=tea&filter=type      | 'type'    | FIELD=VALUE
            /api/search?q=tea&filter=nope%3D1  | 'nope'    | file, kind, language, section, title, type
            /api/search?q=tea&filter=type%3D1  | '1'       | Basic, Deep, Hands-On
            /api/search?q=tea&explain=maybe    | 'maybe'   | true and false
            /api/compare?q=tea&modes=dense     | 'dense'   | 2 to 12
            /api/compare?q=tea&modes=dense,no  | 'no'      | hybrid, lexical, dense
            """)
    void aWrongParameterIsNamedWithWhatIsAllowed(String path, String found, String allowed, Client client) {
        assertThat(client.get(path).problem(400)).contains(found, allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000", "abc"})
    void aWrongNumberOfHitsIsNamedWithWhatIsAllowed(String k, Client client) {
        for (String path : List.of("/api/search?q=tea&k=", "/api/compare?q=tea&k=",
                "/api/entries/" + ENTRY + "/related?k=")) {
            assertThat(client.get(path + k).problem(400)).as(path + k).contains(k, "1 to 1000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/entries/models.md%23nope", "/api/entries/nope/related", "/api/nope", "/nope",
            "/api/compare/words?q=tea&id=nope",
            "/page/nope.css", "/page/ask/nope.css", "/page/..%2Findex.html",
            "/page/ask/../../Page.class", "/page/sign-in/sign-in.template.html", "/lib/nope/nope.js",
            "/lib/d3/../d3.js",
            "/lib/d3/..%2F..%2Fpackage.js", "/lib/d3/a/../../package.js", "/lib/d3/nope.js",
            "/lib/katex/fonts/KaTeX_Main-Regular.ttf", "/lib/katex/README.md", "/lib/katex/..%2Fpackage.json"})
    void whatDoesNotExistIs404(String path, Client client) {
        client.get(path).problem(404);
    }

    @Test
    void anotherMethodThanGetIs405AndNamesTheAllowedOnes(Client client) {
        Client.Answer answer = client.ask("POST", "/api/search?q=tea");

        answer.problem(405);
        assertThat(answer.header("Allow").orElse("")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/search?q=tea", "/api/search?q=", "/api/entries/nope"})
    void headIsGetWithoutTheBody(String path, Client client) {
        Client.Answer head = client.ask("HEAD", path);
        Client.Answer get = client.get(path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aQuestionOfAHundredThousandCharactersIsRefused(Client client) {
        Client.Answer answer = client.get(LONG);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        assertThat(answer.header("Connection")).as("closed, and said so").hasValue("close");
        assertHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=%zz", "/api/search?q=%", "/api/search?%zz=1", "/api/entries/%zz",
            "/api/entries/%00", "/api/entries/%FF", "/api/entries/%20"})
    void aMalformedAddressIsAProblem(String path, Client client) {
        client.raw(LOCAL, path).problem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "example.org:7070", "127.0.0.1.example.org", "localhost.example.org"})
    void aForeignHostIsRefused(String host, Client client) {
        assertThat(client.raw(host, "/api/search?q=tea").problem(421)).contains("localhost");
        client.raw(host, "/").problem(421);
        client.raw(host, "/nope").problem(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/style.css", "/page/nope.css", "/health", "/nope", "/api/status",
            "/api/search?q=tea", "/api/search?q=", "/api/entries/nope", "/api/entries/%00", "/api/search?q=%zz"})
    void everyResponseCarriesTheHeadersThatKeepABrowserSafe(String path, Client client) {
        assertHeaders(client.raw(LOCAL, path));
    }

    private static void assertHeaders(Client.Answer answer) {
        assertThat(answer.header("Content-Security-Policy").orElse("")).contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.header("Server")).isEmpty();
    }
}
