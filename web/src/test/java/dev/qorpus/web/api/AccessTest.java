package dev.qorpus.web.api;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.qorpus.web.api.log.LogDetail;

import static org.assertj.core.api.Assertions.assertThat;

/** Access to a server with a token. */
class AccessTest extends ServedTest {

    private static final String SECRET = "tea-and-cups-and-saucers";
    private static final String FORM = "token=" + SECRET;
    private static final String PAGE = "text/html,application/xhtml+xml";

    private static Server server;
    private static Client client;

    @BeforeAll
    static void serve() {
        // Every address of this machine, as for a server that others can reach.
        server = serve(new ServerSettings("0.0.0.0", 0, SECRET, WIDE, LogDetail.NONE));
        client = client(server);
    }

    @AfterAll
    static void end() {
        client.close();
        server.close();
    }

    private static String session() {
        Client.Answer answer = client.post("/sign-in", FORM + "&to=%2F%3Fq%3Dtea", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).hasValue("./?q=tea");
        String cookie = answer.header("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; HttpOnly", "; SameSite=Strict", "; Path=/").doesNotContain(SECRET);
        return cookie.replaceFirst(";.*", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=tea", "/api/status", "/api/entries/a.md%23what-is-tea", "/api/findings",
            "/api/topics", "/metrics", "/corpus/a.png", "/nope", "/page/../api/status", "/page/..%2Fapi%2Fstatus",
            "//api/status", "/health/../api/status"})
    void withoutItNothingOfTheCorpusIsTold(String path) {
        Client.Answer answer = client.raw("example.org", path);
        assertThat(answer.status()).as(answer.body()).isIn(400, 401, 404);
        answer.problem(answer.status());
        assertThat(answer.body()).doesNotContain("tea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + SECRET + "x", "Bearer ", "Basic " + SECRET, SECRET, "bearer x"})
    void anotherTokenIsNone(String authorization) {
        Client.Answer answer = client.get("/api/status", "Authorization", authorization);
        assertThat(answer.problem(401)).contains("Authorization: Bearer");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void programsSendItInAHeader() {
        client.get("/api/search?q=tea", "Authorization", "Bearer " + SECRET).ok();
        assertThat(client.get("/metrics", "Authorization", "Bearer " + SECRET).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
    void whetherTheServerRunsIsToldWithoutIt(String path) {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void aBrowserIsAskedForItAndStaysSignedIn() {
        Client.Answer asked = client.get("/?q=tea", "Accept", PAGE);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("<form action=\"./sign-in\" method=\"post\">", "value=\"/?q=tea\"");
        assertThat(client.get("/page/sign-in/sign-in.css").status()).isEqualTo(200);
        String session = session();
        client.get("/api/search?q=tea", "Cookie", session).ok();
        assertThat(client.get("/", "Cookie", session, "Accept", PAGE).body()).contains("id=\"ask\"");
        assertThat(client.post("/sign-out", "", "Cookie", session).header("Set-Cookie").orElse(""))
                .contains("qorpus-session=;", "Max-Age=0");
    }

    /** A link from another site sends no strict cookie, but a reload from this site does. */
    @Test
    void aFollowedLinkIsAskedForOnceMore() {
        Client.Answer asked = client.get("/?q=tea", "Accept", PAGE, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode",
                "navigate", "Sec-Fetch-Dest", "document");
        assertThat(asked.header("Refresh")).hasValue("0");
        assertThat(client.get("/?q=tea", "Accept", PAGE, "Sec-Fetch-Site", "same-origin").header("Refresh")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qorpus-session=9999999999.AAAA
            qorpus-session=1.AAAA
            qorpus-session=
            qorpus-session=tea-and-cups-and-saucers
            """)
    void aSessionThatWasMadeUpIsNone(String cookie) {
        client.get("/api/status", "Cookie", cookie).problem(401);
    }

    @Test
    void aSessionThatWasProlongedIsNone() {
        String session = session();
        client.get("/api/status", "Cookie", session.replaceFirst("=\\d", "=9")).problem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org", "/\\example.org", "/%0d%0aX-Injected:%201",
            "javascript:alert(1)", "/\"><script>"})
    void signInLeadsToNoOtherSiteAndInjectsNoHeader(String to) {
        Client.Answer answer = client.post("/sign-in", FORM + "&to=" + to.replace("%0", "%250").replace(" ", "+"));
        assertThat(answer.header("Location")).hasValue("./");
        Client.Answer decoded = client.post("/sign-in", FORM + "&to=" + to);
        assertThat(decoded.header("Location")).hasValue("./");
        assertThat(decoded.headers()).doesNotContainKey("X-Injected");
        assertThat(client.raw("localhost", "/%22%3E%3Cscript%3E?x=\"><script>").body()).doesNotContain("<script>");
    }

    @Test
    void whoGuessesHasToWaitAndWhoIsSignedInDoesNot() {
        try (Server other = serve(new ServerSettings("127.0.0.1", 0, SECRET, WIDE, LogDetail.NONE));
                Client guesser = client(other)) {
            String session = session();
            for (int i = 0; i < 10; i++) {
                assertThat(guesser.post("/sign-in", "token=guess" + i).status()).isEqualTo(401);
            }
            Client.Answer refused = guesser.post("/sign-in", FORM);
            assertThat(refused.problem(429)).contains("wait");
            assertThat(refused.header("Retry-After").map(Integer::parseInt).orElse(0)).isBetween(50, 61);
            guesser.get("/api/status", "Authorization", "Bearer " + SECRET).problem(429);
            guesser.get("/api/status", "Cookie", session).ok();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin         | https://example.org
            Origin         | null
            Sec-Fetch-Site | cross-site
            Sec-Fetch-Site | same-site
            """)
    void aPageOfAnotherSiteMayNotAsk(String header, String value) {
        assertThat(client.get("/api/search?q=tea", "Authorization", "Bearer " + SECRET, header, value).problem(403))
                .contains("another site");
        client.post("/sign-in", FORM, header, value).problem(403);
        client.post("/sign-out", "", header, value).problem(403);
    }

    @Test
    void itsOwnPageMay() {
        client.get("/api/search?q=tea", "Authorization", "Bearer " + SECRET, "Origin",
                "http://127.0.0.1:" + server.port(), "Sec-Fetch-Site", "same-origin").ok();
    }

    @Test
    void aBodyIsReadAsFarAsATokenCanBeLong() {
        client.post("/sign-in", "token=" + "x".repeat(100_000)).problem(413);
    }
}
