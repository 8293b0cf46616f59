package dev.qorpus.web.api;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.api.deploy.Deployment;
import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** A server on localhost with a token, behind a proxy on the same machine that speaks TLS. */
class BehindAProxyTest extends ServedTest {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String STATUS = "/api/search?q=tea";

    private static Server server;
    private static Client client;

    @BeforeAll
    static void serve() {
        server = serve(new ServerSettings("127.0.0.1", 0, SECRET, WIDE, LogDetail.NONE,
                Deployment.of("", List.of("notes.example.com", "wiki.example.com:444"), List.of())));
        client = client(server);
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.example.com", "NOTES.example.com:8443", "wiki.example.com:444", "localhost:1"})
    void anAllowedHostIsAnswered(String host) {
        assertThat(client.raw(host, STATUS, "Authorization", "Bearer " + SECRET).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "a.notes.example.com", "notes.example.com.evil.example", "notes_example.com",
            "wiki.example.com"})
    void otherHostsAreRefused(String host) {
        assertThat(client.raw(host, STATUS, "Authorization", "Bearer " + SECRET).problem(421)).contains("--allow-host");
    }

    /** A proxy may pass on the name that the browser used, or ask by an address of its own. */
    @ParameterizedTest
    @CsvSource({"notes.example.com, https://notes.example.com, 200", "127.0.0.1, https://notes.example.com, 200",
            "notes.example.com, https://wiki.example.com:444, 200", "127.0.0.1, https://wiki.example.com, 403",
            "127.0.0.1, https://evil.example, 403",
            "notes.example.com, https://notes.example.com.evil.example, 403",
            "127.0.0.1, https://notes.example.com:8443, 403", "notes.example.com, null, 403"})
    void itsOwnPageMayAskUnderEachName(String host, String origin, int status) {
        assertThat(client.raw(host, STATUS, "Authorization", "Bearer " + SECRET, "Origin", origin, "Sec-Fetch-Site",
                "same-origin").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-Proto, https, true", "X-Forwarded-Proto, HTTPS, true",
            "X-Forwarded-Proto, 'https, http', true", "X-Forwarded-Proto, http, false",
            "X-Forwarded-Proto, 'http, https', false", "Origin, https://notes.example.com, true",
            "X-Forwarded-Scheme, https, false"})
    void theCookieIsSecureWhereTheBrowserUsesTls(String header, String value, boolean secure) {
        String cookie = client.post("/sign-in", "token=" + SECRET, header, value).header("Set-Cookie").orElseThrow();
        assertThat(cookie.contains("; Secure")).isEqualTo(secure);
        String ended = client.post("/sign-out", "", header, value).header("Set-Cookie").orElseThrow();
        assertThat(ended.contains("; Secure")).isEqualTo(secure);
    }

    @Test
    void theCookieOfAProxyThatRemovesAPathIsOfThePath() {
        assertThat(client.post("/sign-in", "token=" + SECRET, "X-Forwarded-Prefix", "/wiki").header("Set-Cookie")
                .orElse("")).contains("; Path=/wiki;");
    }
}
